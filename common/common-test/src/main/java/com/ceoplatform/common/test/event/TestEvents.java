package com.ceoplatform.common.test.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.events.EventHeaders;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts events into Kafka as the relay does. */
public final class TestEvents implements AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.shared().kafka(), "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    /**
     * Sends an event and waits until Kafka has it; answers the event's id.
     *
     * @param data a payload record, a map or JSON tree
     */
    public UUID send(Topic topic, String type, Object subject, Object data) {
        UUID id = Ids.next();
        send(id, topic, type, subject.toString(), subject.toString(), null, null, data);
        return id;
    }

    /** The same with every attribute given; sending one id twice makes a duplicate. */
    public RecordMetadata send(
            UUID id,
            Topic topic,
            String type,
            String key,
            String subject,
            @Nullable UUID actorId,
            @Nullable UUID commandId,
            Object data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.topicName(), key, MAPPER.writeValueAsBytes(data));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.ID, id.toString());
        headers.put(EventHeaders.TYPE, type);
        headers.put(EventHeaders.SOURCE, "/test");
        headers.put(EventHeaders.SUBJECT, subject);
        headers.put(EventHeaders.TIME, Clock.systemUTC().instant().toString());
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        if (actorId != null) {
            headers.put(EventHeaders.ACTOR_ID, actorId.toString());
        }
        if (commandId != null) {
            headers.put(EventHeaders.CORRELATION_ID, commandId.toString());
        }
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return sendRaw(record);
    }

    /** Sends any record, malformed ones included. */
    public RecordMetadata sendRaw(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka did not take the record", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
