package com.ceoplatform.notification.preference;

import com.ceoplatform.common.error.DomainException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants to be left alone: what comes then waits until the quiet ends and arrives as one digest. The list
 * itself is never quiet.
 *
 * @param zone IANA name; null for that of the person's profile
 */
public record QuietHours(
        @Nullable ZoneId zone, @NotNull @Size(max = 14) List<@NotNull @Valid QuietWindow> windows) {

    static final QuietHours NONE = new QuietHours(null, List.of());

    private static final Instant A_MONDAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration OVER_A_WEEK = Duration.ofDays(8);

    /**
     * The first moment that is not quiet, from the given one on.
     *
     * @param home the zone of the person's profile
     */
    Instant endOfQuiet(Instant from, ZoneId home) {
        ZoneId where = zone == null ? home : zone;
        Instant end = from;
        Instant before;
        do {
            before = end;
            for (QuietWindow window : windows) {
                end = window.endOfQuiet(end, where);
            }
        } while (end.isAfter(before) && end.isBefore(from.plus(OVER_A_WEEK)));
        return end;
    }

    /** @throws DomainException 422, when nothing would ever get through */
    void check() {
        Instant end = new QuietHours(ZoneOffset.UTC, windows).endOfQuiet(A_MONDAY, ZoneOffset.UTC);
        if (!end.isBefore(A_MONDAY.plus(OVER_A_WEEK))) {
            throw DomainException.invalid("quietHours.windows", "must leave some time of the week");
        }
    }
}
