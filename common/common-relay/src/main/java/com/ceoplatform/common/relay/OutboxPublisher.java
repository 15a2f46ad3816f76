package com.ceoplatform.common.relay;

import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Debezium read to Kafka, and lets the slot move on only when Kafka has it. Sending does not wait for the
 * acknowledgement of what was sent before: changes that Kafka has are confirmed with the next ones, at the latest with
 * the next heartbeat. A process that dies before sends the last few again, under the same ids. Only the leader sends:
 * what a frozen process still holds when it wakes up is left to its successor.
 */
class OutboxPublisher implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    /** Beyond this many events that Kafka has not acknowledged, reading waits. */
    private static final int MAX_IN_FLIGHT = 1_000;

    /** Under load, a position is confirmed to PostgreSQL once for so many events. */
    private static final int CONFIRM_AFTER = 64;

    private final Producer<String, byte[]> producer;
    private final BooleanSupplier leading;
    private final Clock clock;
    private final Counter published;
    private final Timer delay;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private int unconfirmed;
    private volatile @Nullable Instant relayedUntil;

    OutboxPublisher(Producer<String, byte[]> producer, BooleanSupplier leading, Clock clock, MeterRegistry meters) {
        this.producer = producer;
        this.leading = leading;
        this.clock = clock;
        this.published = meters.counter("outbox.published");
        this.delay = Timer.builder("outbox.delay")
                .description("From the insert into the outbox to Kafka's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> batch,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        if (!leading.getAsBoolean()) {
            throw new IllegalStateException("No longer the leader: the batch is left to the new one");
        }
        for (RecordChangeEvent<SourceRecord> change : batch) {
            OutboxRow row = row(change.record());
            inFlight.add(new Sent(change, row, send(row)));
        }
        confirm(committer);
    }

    /** Null until the first heartbeat has passed; everything that was committed before that time has reached Kafka. */
    @Nullable
    Instant relayedUntil() {
        return relayedUntil;
    }

    private Future<?> send(@Nullable OutboxRow row) {
        return row == null || row.isHeartbeat()
                ? CompletableFuture.completedFuture(null)
                : producer.send(row.toRecord(), (metadata, failure) -> {
                    if (failure == null) {
                        delay.record(Duration.between(row.createdAt(), clock.instant()));
                        published.increment();
                    }
                });
    }

    private static @Nullable OutboxRow row(SourceRecord record) {
        if (record.value() instanceof Struct value
                && value.schema().field("after") != null
                && value.getStruct("after") != null) {
            return OutboxRow.of(value.getStruct("after"));
        }
        return null;
    }

    private void confirm(DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        while (!inFlight.isEmpty()
                && (inFlight.getFirst().acknowledgement().isDone() || inFlight.size() > MAX_IN_FLIGHT)) {
            Sent oldest = inFlight.removeFirst();
            oldest.await();
            committer.markProcessed(oldest.change());
            if (oldest.row() != null && oldest.row().isHeartbeat()) {
                relayedUntil = oldest.row().createdAt();
            }
            unconfirmed++;
        }
        if (unconfirmed >= CONFIRM_AFTER || (unconfirmed > 0 && inFlight.isEmpty())) {
            committer.markBatchFinished();
            unconfirmed = 0;
        }
    }

    private record Sent(
            RecordChangeEvent<SourceRecord> change,
            @Nullable OutboxRow row,
            Future<?> acknowledgement) {

        void await() throws InterruptedException {
            try {
                acknowledgement.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("Kafka did not take an event", failure);
            }
        }
    }
}
