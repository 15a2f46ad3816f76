package com.ceoplatform.common.relay;

import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Debezium read to Kafka, and lets the slot move on only when Kafka has it. Only the leader sends: what a
 * frozen process still holds when it wakes up is left to its successor.
 */
class OutboxPublisher implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private final Producer<String, byte[]> producer;
    private final BooleanSupplier leading;
    private final Clock clock;
    private final Counter published;
    private final Timer delay;

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
        List<OutboxRow> rows = batch.stream()
                .map(event -> row(event.record()))
                .filter(java.util.Objects::nonNull)
                .toList();
        send(rows);
        for (RecordChangeEvent<SourceRecord> event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private static @Nullable OutboxRow row(SourceRecord record) {
        if (record.value() instanceof Struct value
                && value.schema().field("after") != null
                && value.getStruct("after") != null) {
            OutboxRow row = new OutboxRow(value.getStruct("after"));
            return row.isHeartbeat() ? null : row;
        }
        return null;
    }

    private void send(List<OutboxRow> rows) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(producer.send(row.toRecord()));
        }
        for (int i = 0; i < rows.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("Kafka did not take an event", failure);
            }
            delay.record(Duration.between(rows.get(i).createdAt(), clock.instant()));
        }
        published.increment(rows.size());
    }
}
