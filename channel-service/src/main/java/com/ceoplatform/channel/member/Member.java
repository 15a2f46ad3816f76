package com.ceoplatform.channel.member;

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

/** One stay of a person in a channel. */
@Entity
@Table(name = "channel_member")
public class Member {

    @Id
    private UUID id;

    private UUID channelId;

    private UUID userId;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    private Instant joinedAt;

    @SuppressWarnings("unused") // read by queries and by people who look into the history
    @Nullable
    private Instant deletedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    public Member(UUID channelId, UUID userId, MemberRole role, Instant joinedAt) {
        this.id = Ids.next();
        this.channelId = channelId;
        this.userId = userId;
        this.role = role;
        this.joinedAt = joinedAt;
    }

    /** Ends the stay; the row remains as history. */
    public void leave(Instant now) {
        deletedAt = now;
    }

    public void become(MemberRole other) {
        role = other;
    }

    public UUID userId() {
        return userId;
    }

    public UUID channelId() {
        return channelId;
    }

    public MemberRole role() {
        return role;
    }

    public boolean isOwner() {
        return role == MemberRole.OWNER;
    }

    public Instant joinedAt() {
        return joinedAt;
    }
}
