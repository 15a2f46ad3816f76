package com.ceoplatform.common.relay;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Debezium engine on the outbox of one database, for one term of leading. */
final class RelayEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayEngine.class);

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final SlotRepair repair;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean reading;
    private volatile boolean closed;

    RelayEngine(RelayDatabase database, RelaySettings settings, SlotRepair repair, OutboxPublisher publisher) {
        this.repair = repair;
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(properties(database, settings))
                .using((boolean success, String message, Throwable error) -> {
                    if (!success) {
                        LOG.warn("The outbox relay stopped: {}", message, error);
                    }
                    ended.countDown();
                })
                .notifying(publisher)
                .build();
    }

    void start() {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::repairAndRead);
    }

    private void repairAndRead() {
        try {
            repair.run();
            reading = !closed;
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The outbox relay cannot begin: {}", failure.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (reading) {
            engine.run();
        } else {
            ended.countDown();
        }
    }

    /** Whether the slot has been found or made, and is being read. */
    boolean isReading() {
        return reading;
    }

    boolean isRunning() {
        return ended.getCount() > 0;
    }

    /**
     * The slot is the only truth about the position: offsets are kept in memory, and a new term starts where the slot was
     * last confirmed.
     */
    static Properties properties(RelayDatabase database, RelaySettings settings) {
        Properties properties = new Properties();
        properties.setProperty("name", "outbox");
        properties.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        properties.setProperty("topic.prefix", "outbox");
        properties.setProperty("database.hostname", database.host());
        properties.setProperty("database.port", String.valueOf(database.port()));
        properties.setProperty("database.dbname", database.name());
        properties.setProperty("database.user", database.user());
        properties.setProperty("database.password", database.password());
        properties.setProperty("plugin.name", "pgoutput");
        properties.setProperty("slot.name", settings.slot());
        properties.setProperty("publication.name", "outbox");
        properties.setProperty("publication.autocreate.mode", "disabled");
        properties.setProperty("table.include.list", "outbox.event");
        properties.setProperty("snapshot.mode", "no_data");
        properties.setProperty("skipped.operations", "u,d,t");
        properties.setProperty("tombstones.on.delete", "false");
        properties.setProperty("message.prefix.exclude.list", ".*");
        properties.setProperty("time.precision.mode", "adaptive");
        properties.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        properties.setProperty("offset.flush.interval.ms", "0");
        properties.setProperty("offset.mismatch.strategy", "trust_slot");
        properties.setProperty(
                "poll.interval.ms", String.valueOf(settings.pollInterval().toMillis()));
        // A lone change would wait a whole poll interval for a batch to fill up; the publisher does not need batches.
        properties.setProperty("max.batch.size", "1");
        properties.setProperty("queue.provider.type", UnhurriedQueue.NAME);
        properties.setProperty("slot.max.retries", "20");
        properties.setProperty("slot.retry.delay.ms", "250");
        properties.setProperty("errors.max.retries", "0");
        return properties;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Thread repairing = thread;
        if (!reading && repairing != null) {
            repairing.interrupt();
        }
        try {
            engine.close();
            if (!ended.await(10, TimeUnit.SECONDS)) {
                LOG.warn("The outbox relay took more than 10 s to stop");
            }
        } catch (IllegalStateException alreadyStopped) {
            LOG.debug("The outbox relay had stopped by itself");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
