package com.ceoplatform.channel.relationship;

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

/** {@code from} is the parent of, or collaborates with, {@code to}; children are kept as the parent's side. */
@Entity
@Table(name = "channel_relationship")
class Relationship {

    @Id
    private UUID id;

    private UUID fromId;

    private UUID toId;

    @Enumerated(EnumType.STRING)
    private RelationshipKind kind;

    @SuppressWarnings("unused") // read by queries and by people who look into the history
    private UUID createdBy;

    private Instant createdAt;

    @SuppressWarnings("unused") // read by queries and by people who look into the history
    @Nullable
    private Instant deletedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Relationship() {}

    private Relationship(UUID fromId, UUID toId, RelationshipKind kind, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.fromId = fromId;
        this.toId = toId;
        this.kind = kind;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** @param kind what the other channel is to the channel */
    static Relationship between(UUID channelId, UUID otherId, RelationshipKind kind, UUID createdBy, Instant now) {
        return switch (kind) {
            case PARENT -> new Relationship(otherId, channelId, RelationshipKind.PARENT, createdBy, now);
            case CHILD -> new Relationship(channelId, otherId, RelationshipKind.PARENT, createdBy, now);
            case COLLABORATION -> new Relationship(channelId, otherId, kind, createdBy, now);
        };
    }

    /** What the other channel is, seen from one of the two. */
    RelationshipKind kindSeenFrom(UUID channelId) {
        return channelId.equals(fromId) ? kind.inverse() : kind;
    }

    UUID other(UUID channelId) {
        return channelId.equals(fromId) ? toId : fromId;
    }

    boolean isHierarchy() {
        return kind == RelationshipKind.PARENT;
    }

    UUID parentId() {
        return fromId;
    }

    UUID childId() {
        return toId;
    }

    Instant createdAt() {
        return createdAt;
    }

    void end(Instant now) {
        deletedAt = now;
    }
}
