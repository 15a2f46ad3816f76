package com.ceoplatform.message.scheduled;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.message.message.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that waits for its time. Only its sender knows of it. */
@Entity
@Table(name = "scheduled_message")
class ScheduledMessage {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID senderId;

    @Column(updatable = false)
    private UUID channelId;

    private String content;

    @Nullable
    @Column(updatable = false)
    private UUID replyTo;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private Instant sendAt;

    @Enumerated(EnumType.STRING)
    private ScheduleStatus status;

    @Nullable
    private UUID messageId;

    @Nullable
    private String failureCode;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected ScheduledMessage() {}

    ScheduledMessage(UUID senderId, ScheduleMessageRequest request, Instant now) {
        this.id = Ids.next();
        this.senderId = senderId;
        this.channelId = request.channelId();
        this.content = request.content();
        this.replyTo = request.replyTo();
        this.priority = request.priorityOrMedium();
        this.sendAt = request.sendAt();
        this.status = ScheduleStatus.SCHEDULED;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the edit names. */
    void edit(EditScheduledRequest edit, Instant now) {
        requireWaiting();
        content = edit.content() == null ? content : edit.content();
        priority = edit.priority() == null ? priority : edit.priority();
        sendAt = edit.sendAt() == null ? sendAt : edit.sendAt();
        updatedAt = now;
    }

    void cancel(Instant now) {
        requireWaiting();
        status = ScheduleStatus.CANCELLED;
        updatedAt = now;
    }

    void sent(UUID message, Instant now) {
        status = ScheduleStatus.SENT;
        messageId = message;
        updatedAt = now;
    }

    void failed(String code, Instant now) {
        status = ScheduleStatus.FAILED;
        failureCode = code;
        updatedAt = now;
    }

    private void requireWaiting() {
        if (!isWaiting()) {
            throw DomainException.conflict("not_scheduled", "The message is not waiting to be sent any more.");
        }
    }

    boolean isWaiting() {
        return status == ScheduleStatus.SCHEDULED;
    }

    UUID id() {
        return id;
    }

    UUID senderId() {
        return senderId;
    }

    UUID channelId() {
        return channelId;
    }

    String content() {
        return content;
    }

    @Nullable
    UUID replyTo() {
        return replyTo;
    }

    Priority priority() {
        return priority;
    }

    Instant sendAt() {
        return sendAt;
    }

    ScheduleStatus status() {
        return status;
    }

    @Nullable
    UUID messageId() {
        return messageId;
    }

    @Nullable
    String failureCode() {
        return failureCode;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
