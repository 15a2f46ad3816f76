package com.ceoplatform.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as REST returns it.
 *
 * @param version also its entity tag
 */
record ReminderResponse(
        UUID id,
        String about,
        List<UUID> audience,
        Instant at,
        ReminderStatus status,
        UUID createdBy,
        @Nullable UUID commandId,
        @Nullable Instant firedAt,
        Instant createdAt,
        long version) {

    static ReminderResponse from(Reminder reminder) {
        return new ReminderResponse(
                reminder.id(),
                reminder.about(),
                reminder.audience(),
                reminder.at(),
                reminder.status(),
                reminder.createdBy(),
                reminder.commandId(),
                reminder.firedAt(),
                reminder.createdAt(),
                reminder.version());
    }
}
