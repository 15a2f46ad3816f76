package com.ceoplatform.realtime.connection;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.frame.Frame;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What connections count and measure. */
@Component
class ConnectionMeters {

    private static final Duration[] BROADCAST_BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(30),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter framesOut;
    private final Counter dropped;
    private final Timer broadcast;

    ConnectionMeters(MeterRegistry meters, Clock clock) {
        this.meters = requireNonNull(meters, "meters is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.framesOut = meters.counter("realtime.frames.out");
        this.dropped = meters.counter("realtime.frames.dropped");
        this.broadcast = Timer.builder("realtime.broadcast")
                .description("From the commit of an event to its frame being written to one connection")
                .serviceLevelObjectives(BROADCAST_BUCKETS)
                .register(meters);
    }

    Instant now() {
        return clock.instant();
    }

    void written(Frame frame, Instant at) {
        framesOut.increment();
        Instant since = frame.since();
        if (since != null) {
            broadcast.record(Duration.between(since, at));
        }
    }

    void dropped() {
        dropped.increment();
    }

    void closed(CloseCode code) {
        meters.counter("realtime.closes", "code", String.valueOf(code.status())).increment();
    }
}
