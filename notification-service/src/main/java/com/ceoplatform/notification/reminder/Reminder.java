package com.ceoplatform.notification.reminder;

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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that people are to be told once, at a time. */
@Entity
@Table(name = "reminder")
@DynamicUpdate
class Reminder {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String about;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]", updatable = false)
    private List<UUID> audience;

    @Column(updatable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    private ReminderStatus status;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private @Nullable UUID commandId;

    private @Nullable Instant firedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Reminder() {}

    private Reminder(Draft draft, UUID createdBy, @Nullable UUID commandId, Instant now) {
        this.id = Ids.next();
        this.about = draft.about();
        this.audience = List.copyOf(draft.audience());
        this.at = draft.at();
        this.status = ReminderStatus.SCHEDULED;
        this.createdBy = createdBy;
        this.commandId = commandId;
        this.createdAt = now;
    }

    /** What is to be told, to whom and when. */
    record Draft(String about, Collection<UUID> audience, Instant at) {}

    static Reminder schedule(Draft draft, UUID createdBy, @Nullable UUID commandId, Instant now) {
        return new Reminder(draft, createdBy, commandId, now);
    }

    /** People are told of it in the same transaction. */
    void fire(Instant now) {
        status = ReminderStatus.FIRED;
        firedAt = now;
    }

    /**
     * Nobody will be told of it.
     *
     * @throws DomainException 409 {@code reminder_fired}, when people have been told
     */
    void cancel() {
        if (status == ReminderStatus.FIRED) {
            throw DomainException.conflict("reminder_fired", "People have already been reminded.");
        }
        status = ReminderStatus.CANCELLED;
    }

    boolean isScheduled() {
        return status == ReminderStatus.SCHEDULED;
    }

    boolean mayBeSeenBy(UUID userId) {
        return createdBy.equals(userId) || audience.contains(userId);
    }

    boolean wasCreatedBy(UUID userId) {
        return createdBy.equals(userId);
    }

    UUID id() {
        return id;
    }

    String about() {
        return about;
    }

    List<UUID> audience() {
        return audience;
    }

    Instant at() {
        return at;
    }

    ReminderStatus status() {
        return status;
    }

    UUID createdBy() {
        return createdBy;
    }

    @Nullable
    UUID commandId() {
        return commandId;
    }

    @Nullable
    Instant firedAt() {
        return firedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
