package com.ceoplatform.common.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventHeaders;
import com.ceoplatform.common.trace.TraceParent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A row of the outbox on its way to a CloudEvent in Kafka's binary mode; columns without a value are left out. */
record OutboxRow(Instant createdAt, Map<String, String> columns) {

    private static final Map<String, String> HEADERS = Map.of(
            "id", EventHeaders.ID,
            "type", EventHeaders.TYPE,
            "source", EventHeaders.SOURCE,
            "subject", EventHeaders.SUBJECT,
            "actor_id", EventHeaders.ACTOR_ID,
            "correlation_id", EventHeaders.CORRELATION_ID,
            "causation_id", EventHeaders.CAUSATION_ID,
            "traceparent", TraceParent.HEADER);

    /** As Debezium hands it over. */
    static OutboxRow of(Struct row) {
        Map<String, String> columns = new HashMap<>();
        for (Field field : row.schema().fields()) {
            if (row.get(field) instanceof String text) {
                columns.put(field.name(), text);
            }
        }
        return new OutboxRow(OffsetDateTime.parse(row.getString("created_at")).toInstant(), columns);
    }

    /** As the table has it. */
    static OutboxRow of(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        ResultSetMetaData names = row.getMetaData();
        for (int column = 1; column <= names.getColumnCount(); column++) {
            String text = row.getString(column);
            if (text != null) {
                columns.put(names.getColumnLabel(column), text);
            }
        }
        return new OutboxRow(row.getObject("created_at", OffsetDateTime.class).toInstant(), columns);
    }

    /** Rows without a topic only move the slot forward. */
    boolean isHeartbeat() {
        return column("topic").isEmpty();
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                column("topic"), column("key"), column("payload").getBytes(UTF_8));
        Headers headers = record.headers();
        add(headers, EventHeaders.SPEC_VERSION, "1.0");
        add(headers, EventHeaders.TIME, createdAt.toString());
        add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        HEADERS.forEach((column, header) -> add(headers, header, columns.get(column)));
        return record;
    }

    private String column(String name) {
        return requireNonNull(columns.get(name), name);
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
