package com.ceoplatform.common.test.event;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into the outbox of the test database, as the relay would. */
public final class OutboxProbe {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final JdbcClient jdbc;

    public OutboxProbe() {
        Infrastructure infrastructure = Infrastructure.shared();
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                infrastructure.databaseUrl(),
                infrastructure.databaseSuperuser(),
                infrastructure.databaseSuperuserPassword()));
    }

    /** One row of the outbox. */
    public record Row(
            UUID id,
            String topic,
            String key,
            String type,
            String source,
            String subject,
            @Nullable UUID actorId,
            @Nullable UUID correlationId,
            @Nullable String traceparent,
            JsonNode payload) {}

    /** The events about an aggregate, oldest first. */
    public List<Row> about(Object subject) {
        return jdbc.sql("SELECT * FROM outbox.event WHERE subject = :subject ORDER BY created_at, id")
                .param("subject", subject.toString())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        row.getString("source"),
                        row.getString("subject"),
                        row.getObject("actor_id", UUID.class),
                        row.getObject("correlation_id", UUID.class),
                        row.getString("traceparent"),
                        MAPPER.readTree(row.getString("payload"))))
                .list();
    }

    /** The types of the events about an aggregate, oldest first. */
    public List<String> types(Object subject) {
        return about(subject).stream().map(Row::type).toList();
    }

    /** The last event of a type about an aggregate; fails when there is none. */
    public Row last(Object subject, String type) {
        return about(subject).stream()
                .filter(row -> row.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("No " + type + " about " + subject + " in the outbox"));
    }
}
