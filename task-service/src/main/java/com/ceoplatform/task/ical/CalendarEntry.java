package com.ceoplatform.task.ical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in a calendar.
 *
 * @param uid stays the same whatever else changes
 * @param sequence counts the changes that matter to those who take part
 * @param busy whether it takes the person's time
 * @param categories labels
 * @param organiser null where nobody invites
 */
public record CalendarEntry(
        String uid,
        Instant start,
        Instant end,
        String summary,
        @Nullable String description,
        @Nullable String location,
        List<String> categories,
        Instant createdAt,
        Instant changedAt,
        int sequence,
        boolean busy,
        boolean cancelled,
        @Nullable Mailbox organiser,
        List<Guest> guests) {

    public CalendarEntry {
        categories = List.copyOf(categories);
        guests = List.copyOf(guests);
    }

    /** Somebody with an e-mail address. */
    public record Mailbox(String name, String address) {}

    /** Somebody who is invited, and what they said. */
    public record Guest(Mailbox mailbox, Participation participation) {}

    /** What somebody said to an invitation. */
    public enum Participation {
        NEEDS_ACTION,
        ACCEPTED,
        TENTATIVE,
        DECLINED
    }
}
