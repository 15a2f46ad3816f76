package com.ceoplatform.common.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Stands by for the lead over the database's outbox, and relays for as long as it has it. A leader that dies is replaced
 * within about two seconds; what it had read but not confirmed is sent again under the same event ids.
 */
public class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration STAND_BY = Duration.ofMillis(250);
    private static final Duration CONFIRM = Duration.ofMillis(500);
    private static final Duration ROTATE = Duration.ofHours(1);

    private final RelayDatabase database;
    private final RelaySettings settings;
    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final MeterRegistry meters;
    private final OutboxUpkeep upkeep;
    private final ReplicationSlot slot;
    private final Relayed relayed;
    private final AtomicLong slotLag = new AtomicLong();
    private volatile boolean leading;
    private volatile @Nullable CountDownLatch stop;
    private volatile @Nullable Thread thread;

    Relay(
            RelayDatabase database,
            RelaySettings settings,
            Producer<String, byte[]> producer,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.producer = producer;
        this.clock = clock;
        this.meters = meters;
        this.upkeep = new OutboxUpkeep(settings.kept(), clock);
        this.slot = new ReplicationSlot(settings.slot());
        this.relayed = new Relayed(settings.slot());
        Gauge.builder("outbox.slot.lag.bytes", slotLag, AtomicLong::doubleValue)
                .description("Write-ahead log that the replication slot holds back, as the leader sees it")
                .register(meters);
        Gauge.builder("outbox.relay.leader", this, relay -> relay.leading ? 1 : 0)
                .register(meters);
    }

    /** Whether this process relays at the moment. */
    public boolean isLeading() {
        return leading;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        CountDownLatch untilStop = new CountDownLatch(1);
        stop = untilStop;
        thread = Thread.ofPlatform().name("outbox-leadership").daemon().start(() -> run(untilStop));
    }

    @Override
    public void stop() {
        CountDownLatch current = stop;
        Thread running = thread;
        if (current != null && running != null) {
            current.countDown();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        stop = null;
    }

    @Override
    public boolean isRunning() {
        return stop != null;
    }

    private void run(CountDownLatch untilStop) {
        while (!stopped(untilStop, STAND_BY)) {
            try (Connection connection = database.connect()) {
                standBy(connection, untilStop);
            } catch (SQLException | IOException failure) {
                LOG.warn("The lead over the outbox is lost or out of reach: {}", failure.toString());
                stopped(untilStop, CONFIRM);
            } catch (RuntimeException failure) {
                LOG.error("The outbox relay failed and starts over", failure);
                stopped(untilStop, CONFIRM);
            }
        }
    }

    private void standBy(Connection connection, CountDownLatch untilStop) throws SQLException, IOException {
        while (!Leadership.isFree(connection)) {
            if (stopped(untilStop, STAND_BY)) {
                return;
            }
        }
        try (Leadership leadership = Leadership.begin(connection, settings.slot(), System::nanoTime)) {
            lead(leadership, untilStop);
        }
    }

    private void lead(Leadership leadership, CountDownLatch untilStop) throws SQLException, IOException {
        LOG.info("Leads the outbox relay of {}", database.name());
        var publisher = new OutboxPublisher(producer, leadership::isTrusted, clock, meters);
        var repair = new SlotRepair(database, slot, producer, leadership::isTrusted);
        try (RelayEngine engine = new RelayEngine(database, settings, repair, publisher)) {
            engine.start();
            leading = true;
            serve(leadership, engine, publisher, untilStop);
        } finally {
            leading = false;
            LOG.info("Leads the outbox relay no more");
        }
    }

    private void serve(Leadership leadership, RelayEngine engine, OutboxPublisher publisher, CountDownLatch untilStop)
            throws SQLException {
        Duration sinceHeartbeat = settings.heartbeat();
        Duration sinceRotation = ROTATE;
        while (engine.isRunning()) {
            leadership.confirm();
            if (engine.isReading() && sinceHeartbeat.compareTo(settings.heartbeat()) >= 0) {
                heartbeat(leadership.connection(), publisher.relayedUntil());
                sinceHeartbeat = Duration.ZERO;
            }
            if (sinceRotation.compareTo(ROTATE) >= 0) {
                upkeep.rotatePartitions(leadership.connection());
                sinceRotation = Duration.ZERO;
            }
            if (stopped(untilStop, CONFIRM)) {
                return;
            }
            sinceHeartbeat = sinceHeartbeat.plus(CONFIRM);
            sinceRotation = sinceRotation.plus(CONFIRM);
        }
    }

    /** Debezium would look for a lost slot for half an hour: the term ends, and the next one repairs it. */
    private void heartbeat(Connection connection, @Nullable Instant relayedUntil) throws SQLException {
        if (!slot.isUsable(connection)) {
            throw new SQLException("The replication slot " + slot.name() + " is lost");
        }
        upkeep.heartbeat(connection);
        slotLag.set(slot.lag(connection));
        if (relayedUntil != null) {
            relayed.advance(connection, relayedUntil);
        }
    }

    private static boolean stopped(CountDownLatch untilStop, Duration wait) {
        try {
            return untilStop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
