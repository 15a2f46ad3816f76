package com.ceoplatform.channel.file;

import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a file belongs to a channel or to a task. */
@Entity
@Table(name = "file_link")
class FileLink {

    @Id
    private UUID id;

    private UUID fileId;

    @Enumerated(EnumType.STRING)
    private LinkKind kind;

    private UUID targetId;

    @SuppressWarnings("unused") // for people who look into the history
    private UUID linkedBy;

    @SuppressWarnings("unused") // for people who look into the history
    private Instant linkedAt;

    @SuppressWarnings("unused") // queries look for it
    @Nullable
    private Instant deletedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected FileLink() {}

    FileLink(UUID fileId, LinkKind kind, UUID targetId, UUID linkedBy, Instant now) {
        this.id = Ids.next();
        this.fileId = fileId;
        this.kind = kind;
        this.targetId = targetId;
        this.linkedBy = linkedBy;
        this.linkedAt = now;
    }

    void end(Instant now) {
        deletedAt = now;
    }

    boolean isTo(LinkKind wanted) {
        return kind == wanted;
    }

    UUID fileId() {
        return fileId;
    }

    UUID targetId() {
        return targetId;
    }
}
