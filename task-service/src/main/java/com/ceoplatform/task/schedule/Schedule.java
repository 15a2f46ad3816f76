package com.ceoplatform.task.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Until when a task is to be done, and when to tell of it.
 *
 * @param reminderMinutes how long before the due date to remind of it, the earliest first
 * @param alarmAt when there is next something to tell; null when never
 * @param overdueFor the due date that the task was last called overdue for
 */
@Embeddable
public record Schedule(
        @Nullable Instant dueAt,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "int[]")
        List<Integer> reminderMinutes,

        @Nullable Instant alarmAt,
        @Nullable Instant overdueFor) {

    public static final Schedule NONE = new Schedule(null, List.of(), null, null);

    public Schedule {
        reminderMinutes = List.copyOf(reminderMinutes);
    }

    public Schedule due(@Nullable Instant at) {
        return new Schedule(at, reminderMinutes, alarmAt, overdueFor);
    }

    public Schedule remindBefore(Collection<Integer> minutes) {
        List<Integer> earliestFirst =
                minutes.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        return new Schedule(dueAt, earliestFirst, alarmAt, overdueFor);
    }

    /**
     * Sets the alarm for what is still to come after a moment.
     *
     * @param open whether people are to be told
     * @param repeats whether the next of its series is to be created once it is due
     */
    public Schedule armed(Instant after, boolean open, boolean repeats) {
        Stream<Instant> due = Stream.ofNullable(dueAt);
        Stream<Instant> reminders = open ? reminders().filter(at -> at.isAfter(after)) : Stream.empty();
        Stream<Instant> overdue = repeats || (open && !isToldOverdue()) ? due : Stream.empty();
        Optional<Instant> next = Stream.concat(reminders, overdue).min(Comparator.naturalOrder());
        return new Schedule(dueAt, reminderMinutes, next.orElse(null), overdueFor);
    }

    private Stream<Instant> reminders() {
        return dueAt == null ? Stream.empty() : reminderMinutes.stream().map(this::before);
    }

    private Instant before(int minutes) {
        return Objects.requireNonNull(dueAt).minus(Duration.ofMinutes(minutes));
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    public boolean isToldOverdue() {
        return dueAt != null && dueAt.equals(overdueFor);
    }

    /** The same once it was called overdue. */
    public Schedule toldOverdue() {
        return new Schedule(dueAt, reminderMinutes, alarmAt, dueAt);
    }

    /** The reminder that an alarm at this moment is for: the last one whose time has come. */
    public Optional<Integer> reminderAt(Instant now) {
        return reminderMinutes.stream()
                .filter(minutes -> !before(minutes).isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
