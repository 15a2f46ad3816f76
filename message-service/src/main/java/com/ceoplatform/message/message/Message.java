package com.ceoplatform.message.message;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something said in a channel. Its sequence is its place there; it never changes. */
@Entity
@Table(name = "message")
public class Message {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID channelId;

    @Column(updatable = false)
    private long sequence;

    @Column(updatable = false)
    private UUID senderId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MessageType type;

    private String content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<UUID> subjectIds;

    @Nullable
    @Column(updatable = false)
    private UUID replyTo;

    @Nullable
    @Column(updatable = false)
    private UUID threadRootId;

    /** Counted by the messages that reply, beside the entity; an update of the entity must not set it back. */
    @Column(updatable = false)
    private int replyCount;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Priority priority;

    @Nullable
    @Column(updatable = false)
    private String clientMessageId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> mentionedUserIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> taskIds;

    @Nullable
    private Instant pinnedAt;

    @SuppressWarnings("unused") // for people who look into the history
    @Nullable
    private UUID pinnedBy;

    @SuppressWarnings("unused") // changes so that the version does
    @Nullable
    private Instant markedAt;

    @Nullable
    private Instant editedAt;

    @Nullable
    private Instant deletedAt;

    @SuppressWarnings("unused") // for people who look into the history
    @Nullable
    private UUID deletedBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    /** The message at its place in the channel. */
    public Message(NewMessage draft, long sequence, Instant now) {
        this.id = Ids.next();
        this.channelId = draft.channelId();
        this.sequence = sequence;
        this.senderId = draft.senderId();
        this.type = draft.type();
        this.content = draft.text().content();
        this.subjectIds = draft.subjectIds();
        this.replyTo = draft.replyTo();
        this.threadRootId = draft.threadRootId();
        this.priority = draft.priority();
        this.clientMessageId = draft.clientMessageId();
        this.mentionedUserIds = draft.text().mentionedUserIds();
        this.taskIds = draft.text().taskIds();
        this.createdAt = now;
    }

    void edit(MessageText text, Instant now) {
        requireNotDeleted();
        content = text.content();
        mentionedUserIds = text.mentionedUserIds();
        taskIds = text.taskIds();
        editedAt = now;
    }

    /** Leaves a place holder, so that threads and positions stay; what it said is gone. */
    void delete(UUID by, Instant now) {
        requireNotDeleted();
        content = "";
        mentionedUserIds = List.of();
        taskIds = List.of();
        pinnedAt = null;
        pinnedBy = null;
        deletedAt = now;
        deletedBy = by;
    }

    /** Whether it was not pinned before. */
    boolean pin(UUID by, Instant now) {
        requireNotDeleted();
        if (pinnedAt != null) {
            return false;
        }
        pinnedAt = now;
        pinnedBy = by;
        return true;
    }

    /** Whether it was pinned before. */
    boolean unpin() {
        boolean pinned = pinnedAt != null;
        pinnedAt = null;
        pinnedBy = null;
        return pinned;
    }

    /** Takes note that somebody reacted or acknowledged, so that the version changes with what readers see. */
    public void marked(Instant now) {
        markedAt = now;
    }

    public void requireNotDeleted() {
        if (deletedAt != null) {
            throw DomainException.conflict("message_deleted", "The message has been deleted.");
        }
    }

    /** Whether a draft under the same client id is this message sent again; what was edited since cannot be told. */
    public boolean isSentAgainAs(NewMessage draft) {
        return editedAt != null
                || deletedAt != null
                || content.equals(draft.text().content());
    }

    public UUID id() {
        return id;
    }

    public UUID channelId() {
        return channelId;
    }

    public long sequence() {
        return sequence;
    }

    public UUID senderId() {
        return senderId;
    }

    /** What it says at the moment. */
    MessageText text() {
        return new MessageText(content, mentionedUserIds, taskIds);
    }

    MessageType type() {
        return type;
    }

    List<UUID> subjectIds() {
        return subjectIds;
    }

    @Nullable
    UUID replyTo() {
        return replyTo;
    }

    public @Nullable UUID threadRootId() {
        return threadRootId;
    }

    int replyCount() {
        return replyCount;
    }

    Priority priority() {
        return priority;
    }

    public @Nullable String clientMessageId() {
        return clientMessageId;
    }

    boolean isPinned() {
        return pinnedAt != null;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    @Nullable
    Instant deletedAt() {
        return deletedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version == null ? 0 : version;
    }
}
