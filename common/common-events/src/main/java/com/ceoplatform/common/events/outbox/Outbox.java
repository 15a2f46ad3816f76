package com.ceoplatform.common.events.outbox;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes events beside the state that they tell of; the relay brings them to Kafka once the transaction commits. */
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox.event
                (id, topic, key, type, source, subject, actor_id, correlation_id, causation_id, traceparent, payload)
            VALUES (:id, :topic, :key, :type, :source, :subject, :actor, :correlation, :causation, :trace, :payload)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final String source;

    /** @param source the CloudEvents source, such as {@code /task-service} */
    public Outbox(JdbcClient jdbc, JsonMapper mapper, String source) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.mapper = requireNonNull(mapper, "mapper is null");
        this.source = requireNonNull(source, "source is null");
    }

    /**
     * Appends an event to the current transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(OutgoingEvent event) {
        EventContext context = EventContext.current();
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("topic", event.topic().topicName())
                .param("key", event.key())
                .param("type", event.type())
                .param("source", source)
                .param("subject", event.subject())
                .param("actor", context.actorId(), java.sql.Types.OTHER)
                .param("correlation", context.correlationId(), java.sql.Types.OTHER)
                .param("causation", context.causationId(), java.sql.Types.OTHER)
                .param("trace", context.traceparent(), java.sql.Types.VARCHAR)
                .param("payload", mapper.writeValueAsString(event.data()))
                .update();
    }
}
