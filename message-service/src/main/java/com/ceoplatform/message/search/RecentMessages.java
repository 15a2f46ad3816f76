package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far back some ten thousand messages reach, as far as is known: a guess that decides where a search looks first, never what
 * it finds. Ids begin with the time at which they were made.
 */
@Component
class RecentMessages {

    private static final int SOME = 30_000;
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int TIME_SHIFT = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Reach known = new Reach(Instant.EPOCH, Duration.ZERO);

    RecentMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    private record Reach(Instant seenAt, Duration back) {}

    /** Where the messages begin that are recent, seen from an id or, where that is null, from now. */
    UUID before(@Nullable UUID id) {
        Instant now = clock.instant();
        Reach reach = known;
        if (reach.seenAt().isBefore(now.minus(VALID))) {
            reach = new Reach(now, back(now));
            known = reach;
        }
        Instant from = id == null ? now : madeAt(id);
        return idAt(from.minus(reach.back()));
    }

    private Duration back(Instant now) {
        return jdbc.sql("SELECT id FROM message ORDER BY id DESC OFFSET " + SOME + " LIMIT 1")
                .query(UUID.class)
                .optional()
                .map(oldest -> Duration.between(madeAt(oldest), now))
                .filter(back -> !back.isNegative())
                .orElse(Duration.ofDays(1));
    }

    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT);
    }

    private static UUID idAt(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << TIME_SHIFT, 0);
    }
}
