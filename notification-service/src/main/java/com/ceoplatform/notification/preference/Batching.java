package com.ceoplatform.notification.preference;

import com.ceoplatform.common.error.DomainException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether notifications come one by one or collected.
 *
 * @param minutes how long the first of a collection waits for others; with {@code every} only
 * @param at when the day's collection comes, by the clock on the person's wall; with {@code daily} only
 */
public record Batching(
        @NotNull Mode mode,
        @Nullable @Min(1) @Max(1440) Integer minutes,
        @Nullable LocalTime at) {

    /** How they come. */
    public enum Mode {
        IMMEDIATELY,
        EVERY,
        DAILY
    }

    static final Batching NONE = new Batching(Mode.IMMEDIATELY, null, null);

    /** When what happens now is to be sent. */
    Instant next(Instant now, ZoneId zone) {
        return switch (mode) {
            case IMMEDIATELY -> now;
            case EVERY -> now.plus(Duration.ofMinutes(minutes == null ? 1 : minutes));
            case DAILY -> nextTime(now.atZone(zone), at == null ? LocalTime.MIDNIGHT : at);
        };
    }

    private static Instant nextTime(ZonedDateTime now, LocalTime time) {
        ZonedDateTime today = ZonedDateTime.of(now.toLocalDate(), time, now.getZone());
        return today.isAfter(now)
                ? today.toInstant()
                : ZonedDateTime.of(now.toLocalDate().plusDays(1), time, now.getZone())
                        .toInstant();
    }

    /** @throws DomainException 422, when it does not say when */
    void check(String field) {
        if (mode == Mode.EVERY && minutes == null) {
            throw DomainException.invalid(field + ".minutes", "is needed with every");
        }
        if (mode == Mode.DAILY && at == null) {
            throw DomainException.invalid(field + ".at", "is needed with daily");
        }
    }
}
