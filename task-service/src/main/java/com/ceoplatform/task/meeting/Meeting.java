package com.ceoplatform.task.meeting;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.ical.CalendarEntry.Participation;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** People who meet at a time. Stays after it was cancelled, and is not changed any more then. */
@Entity
@Table(name = "meeting")
@DynamicUpdate
class Meeting {

    @Id
    private UUID id;

    private String title;

    private @Nullable String description;

    private @Nullable String location;

    private Instant startAt;

    private Instant endAt;

    @Column(updatable = false)
    private UUID organiserId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> attendeeIds;

    @Embedded
    private Answers answers;

    /** Of the organiser, for calendars. */
    @Column(updatable = false)
    private String zone;

    private int sequence;

    private @Nullable Instant cancelledAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Meeting() {}

    private Meeting(String title, Instant startAt, Duration length, UUID organiserId, ZoneId zone, Instant now) {
        id = Ids.next();
        this.title = title;
        this.startAt = startAt;
        endAt = startAt.plus(length);
        this.organiserId = organiserId;
        attendeeIds = List.of();
        answers = Answers.NONE;
        this.zone = zone.getId();
        createdAt = now;
        updatedAt = now;
    }

    static Meeting schedule(
            String title, Instant startAt, Duration length, UUID organiserId, ZoneId zone, Instant now) {
        return new Meeting(title, startAt, length, organiserId, zone, now);
    }

    void rename(String newTitle) {
        requireScheduled();
        title = newTitle;
    }

    void describe(@Nullable String newDescription) {
        requireScheduled();
        description = newDescription;
    }

    void moveTo(@Nullable String newLocation) {
        requireScheduled();
        location = newLocation;
    }

    /** Moves it; to another time everybody is asked anew. */
    void reschedule(Instant newStart, Duration newLength) {
        requireScheduled();
        if (!newStart.equals(startAt) || !newLength.equals(length())) {
            startAt = newStart;
            endAt = newStart.plus(newLength);
            answers = Answers.NONE;
        }
    }

    /** Replaces those who are invited; the organiser is there anyway. */
    void invite(Collection<UUID> userIds) {
        requireScheduled();
        attendeeIds = List.copyOf(new LinkedHashSet<>(userIds));
        answers = answers.onlyOf(attendeeIds);
    }

    /** @throws DomainException 403 for somebody who is not invited */
    void answer(UUID userId, Participation answer) {
        requireScheduled();
        if (!attendeeIds.contains(userId)) {
            throw DomainException.forbidden("Only those who are invited can answer.");
        }
        answers = answers.with(userId, answer);
    }

    /** Counts a change that calendars must follow. */
    void revise() {
        sequence++;
    }

    void cancel(Instant now) {
        requireScheduled();
        cancelledAt = now;
    }

    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }

    private void requireScheduled() {
        if (isCancelled()) {
            throw DomainException.conflict("meeting_cancelled", "The meeting was cancelled.");
        }
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isOf(UUID userId) {
        return organiserId.equals(userId) || attendeeIds.contains(userId);
    }

    Participation participation(UUID userId) {
        return answers.of(userId);
    }

    UUID id() {
        return id;
    }

    UUID organiserId() {
        return organiserId;
    }

    Duration length() {
        return Duration.between(startAt, endAt);
    }

    Instant startAt() {
        return startAt;
    }

    List<UUID> attendeeIds() {
        return attendeeIds;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    int sequence() {
        return sequence;
    }

    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    /** The meeting as clients and events see it. */
    MeetingResponse response() {
        return new MeetingResponse(
                id,
                title,
                description,
                location,
                startAt,
                endAt,
                length().toMinutes(),
                organiserId,
                attendeeIds,
                attendeeIds.stream()
                        .map(userId -> new MeetingResponse.Attendee(userId, answers.of(userId)))
                        .toList(),
                isCancelled() ? MeetingStatus.CANCELLED : MeetingStatus.SCHEDULED,
                createdAt,
                updatedAt,
                version());
    }
}
