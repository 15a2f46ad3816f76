package com.ceoplatform.task.meeting;

import com.ceoplatform.task.ical.CalendarEntry.Participation;
import com.ceoplatform.task.journal.FieldChange;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code meeting.*}: the meeting, flat, and what changed.
 *
 * @param userId who answered, of {@code meeting.responded}
 */
record MeetingEvent(
        @JsonUnwrapped MeetingResponse meeting,
        @JsonInclude(Include.NON_EMPTY) Map<String, FieldChange> changed,
        @JsonInclude(Include.NON_NULL) @Nullable UUID userId,
        @JsonInclude(Include.NON_NULL) @Nullable Participation response) {

    private static final Map<String, Function<MeetingResponse, @Nullable Object>> FIELDS = fields();

    private static Map<String, Function<MeetingResponse, @Nullable Object>> fields() {
        Map<String, Function<MeetingResponse, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("title", MeetingResponse::title);
        fields.put("description", MeetingResponse::description);
        fields.put("location", MeetingResponse::location);
        fields.put("startAt", MeetingResponse::startAt);
        fields.put("endAt", MeetingResponse::endAt);
        fields.put("attendeeIds", MeetingResponse::attendeeIds);
        fields.put("attendees", MeetingResponse::attendees);
        fields.put("status", MeetingResponse::status);
        return fields;
    }

    static MeetingEvent of(MeetingResponse meeting, Map<String, FieldChange> changed) {
        return new MeetingEvent(meeting, changed, null, null);
    }

    static Map<String, FieldChange> changes(MeetingResponse before, MeetingResponse after) {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        FIELDS.forEach((name, value) -> {
            Object from = value.apply(before);
            Object to = value.apply(after);
            if (!Objects.equals(from, to)) {
                changed.put(name, new FieldChange(from, to));
            }
        });
        return changed;
    }
}
