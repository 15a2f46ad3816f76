package com.ceoplatform.task.meeting;

import com.ceoplatform.task.ical.CalendarEntry.Participation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as clients and events see it; {@code version} is also its entity tag. */
record MeetingResponse(
        UUID id,
        String title,
        @Nullable String description,
        @Nullable String location,
        Instant startAt,
        Instant endAt,
        long durationMinutes,
        UUID organiserId,
        List<UUID> attendeeIds,
        List<Attendee> attendees,
        MeetingStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Somebody who is invited, and what they said. */
    record Attendee(UUID userId, Participation response) {}

    MeetingResponse {
        attendeeIds = List.copyOf(attendeeIds);
        attendees = List.copyOf(attendees);
    }
}
