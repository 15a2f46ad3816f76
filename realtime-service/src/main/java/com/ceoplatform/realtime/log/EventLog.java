package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows all partitions of all topics outside any consumer group: every replica sees every event. */
@Component
public class EventLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private final LogConsumers consumers;
    private final KnownStreams streams;
    private final EventReading reading;
    private final LogListener listener;
    private final LogSettings settings;
    private final Clock clock;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean running;
    private volatile boolean caughtUp;
    private volatile long lag;

    EventLog(
            LogConsumers consumers,
            KnownStreams streams,
            EventReading reading,
            LogListener listener,
            LogSettings settings,
            Clock clock) {
        this.consumers = requireNonNull(consumers, "consumers is null");
        this.streams = requireNonNull(streams, "streams is null");
        this.reading = requireNonNull(reading, "reading is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Makes the lag visible. */
    @Component
    static final class Lag {
        Lag(EventLog log, MeterRegistry meters) {
            Gauge.builder("realtime.log.lag", log, EventLog::lag)
                    .description("Records in Kafka that this replica has not read yet")
                    .register(meters);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("event-log").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that was there at the start has been handled. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    long lag() {
        return lag;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> current = consumers.forFollowing()) {
                consumer = current;
                follow(current);
            } catch (WakeupException stopped) {
                LOG.debug("The log stops");
            } catch (KafkaException | ExecutionException broken) {
                LOG.warn("The log starts over: {}", broken.toString());
                pause();
            } catch (RuntimeException failed) {
                LOG.error("The log starts over", failed);
                pause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                running = false;
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> current) throws ExecutionException, InterruptedException {
        LogFollower follower = new LogFollower(current, streams.get(), reading, listener);
        follower.begin(listener.handled(), clock, settings.windowAge());
        while (running) {
            follower.read();
            lag = follower.lag();
            if (!caughtUp && follower.isCaughtUp()) {
                caughtUp = true;
                LOG.info("The event log is caught up");
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
