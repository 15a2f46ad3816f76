package com.ceoplatform.common.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.events.EventHeaders;
import com.ceoplatform.common.trace.TraceParent;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A row of the outbox as Debezium hands it over, on its way to a CloudEvent in Kafka's binary mode. */
record OutboxRow(Struct row) {

    /** Rows without a topic only move the slot forward. */
    boolean isHeartbeat() {
        return row.getString("topic").isEmpty();
    }

    Instant createdAt() {
        return OffsetDateTime.parse(row.getString("created_at")).toInstant();
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                row.getString("topic"),
                row.getString("key"),
                row.getString("payload").getBytes(UTF_8));
        Headers headers = record.headers();
        add(headers, EventHeaders.SPEC_VERSION, "1.0");
        add(headers, EventHeaders.ID, row.getString("id"));
        add(headers, EventHeaders.TYPE, row.getString("type"));
        add(headers, EventHeaders.SOURCE, row.getString("source"));
        add(headers, EventHeaders.SUBJECT, row.getString("subject"));
        add(headers, EventHeaders.TIME, createdAt().toString());
        add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        add(headers, EventHeaders.ACTOR_ID, row.getString("actor_id"));
        add(headers, EventHeaders.CORRELATION_ID, row.getString("correlation_id"));
        add(headers, EventHeaders.CAUSATION_ID, row.getString("causation_id"));
        add(headers, TraceParent.HEADER, row.getString("traceparent"));
        return record;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
