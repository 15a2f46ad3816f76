package com.ceoplatform.realtime.connection;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.frame.ServerFrames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clockwork of every connection, on its own event loop: heartbeat and expiry of the token. */
@Component
public class Timers implements ConnectionListener {

    private final Map<Connection, List<Future<?>>> expiries = new ConcurrentHashMap<>();
    private final ConnectionSettings settings;
    private final ServerFrames frames;
    private final Clock clock;

    Timers(ConnectionSettings settings, ServerFrames frames, Clock clock) {
        this.settings = requireNonNull(settings, "settings is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Pings at every heartbeat and does what else is due then, until the connection ends. */
    public void beat(Connection connection, Consumer<Connection> atHeartbeat) {
        nextBeat(connection, atHeartbeat, false);
    }

    private void nextBeat(Connection connection, Consumer<Connection> atHeartbeat, boolean silentBefore) {
        Future<?> _ = connection.later(settings.heartbeat(), () -> {
            boolean silent = connection.ping(silentBefore);
            if (!connection.isClosing()) {
                atHeartbeat.accept(connection);
                nextBeat(connection, atHeartbeat, silent);
            }
        });
    }

    /** Warns before the token expires and ends the connection when it does; a newer token replaces both. */
    public void expire(Connection connection, Instant expiresAt) {
        Duration left = Duration.between(clock.instant(), expiresAt);
        Duration untilNotice = left.minus(settings.expiryNotice());
        Runnable notice = () -> connection.offer(frames.authExpiring(remaining(expiresAt)));
        Runnable end = () -> connection.close(CloseCode.NOT_AUTHENTICATED);
        List<Future<?>> newer = List.of(connection.later(untilNotice, notice), connection.later(left, end));
        cancel(expiries.put(connection, newer));
        if (!connection.isOpen()) {
            closed(connection);
        }
    }

    private Duration remaining(Instant expiresAt) {
        Duration left = Duration.between(clock.instant(), expiresAt).plusMillis(500);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static void cancel(@Nullable List<Future<?>> timers) {
        if (timers != null) {
            timers.forEach(timer -> timer.cancel(false));
        }
    }

    @Override
    public void closed(Connection connection) {
        cancel(expiries.remove(connection));
    }
}
