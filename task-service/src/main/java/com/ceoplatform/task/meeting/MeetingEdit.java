package com.ceoplatform.task.meeting;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.json.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /meetings/{id}}. */
@Schema(description = "What is left out stays as it is; null clears description and location")
record MeetingEdit(
        Change<String> title,
        Change<String> description,
        Change<String> location,
        Change<Instant> startAt,
        Change<Integer> durationMinutes,
        Change<List<UUID>> attendeeIds) {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    void applyTo(Meeting meeting) {
        title.ifPresent(value -> meeting.rename(Objects.requireNonNull(value)));
        description.ifPresent(meeting::describe);
        location.ifPresent(meeting::moveTo);
        if (startAt.present() || durationMinutes.present()) {
            Instant start = Objects.requireNonNull(startAt.orElse(meeting.startAt()));
            Integer minutes = durationMinutes.value();
            meeting.reschedule(
                    start.truncatedTo(ChronoUnit.MICROS),
                    minutes == null ? meeting.length() : Duration.ofMinutes(minutes));
        }
        attendeeIds.ifPresent(value -> meeting.invite(Objects.requireNonNull(value)));
    }

    List<UUID> newAttendees() {
        return Objects.requireNonNullElse(attendeeIds.value(), List.of());
    }

    /** @throws DomainException 422 with every field that is wrong */
    void check() {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "title", !title.present() || isText(title.value(), 500));
        check(errors, "description", description.value() == null || isText(description.value() + "x", 20_001));
        check(errors, "location", location.value() == null || isText(location.value() + "x", 501));
        check(errors, "startAt", !startAt.present() || isMoment(startAt.value()));
        Integer minutes = durationMinutes.value();
        check(errors, "durationMinutes", !durationMinutes.present() || isLength(minutes));
        List<UUID> people = attendeeIds.value();
        check(errors, "attendeeIds", !attendeeIds.present() || isListOfPeople(people));
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    private static void check(List<FieldError> errors, String field, boolean valid) {
        if (!valid) {
            errors.add(new FieldError(field, "is missing, too long or out of range"));
        }
    }

    private static boolean isText(@Nullable String text, int limit) {
        return text != null && !text.isBlank() && text.codePointCount(0, text.length()) <= limit;
    }

    /** PostgreSQL and calendars know no others. */
    static boolean isMoment(@Nullable Instant at) {
        return at != null && at.isAfter(Instant.EPOCH) && at.isBefore(LATEST);
    }

    private static boolean isLength(@Nullable Integer minutes) {
        return minutes != null && minutes >= 1 && minutes <= 10_080;
    }

    private static boolean isListOfPeople(@Nullable List<UUID> people) {
        return people != null && people.size() <= 200 && people.stream().noneMatch(Objects::isNull);
    }
}
