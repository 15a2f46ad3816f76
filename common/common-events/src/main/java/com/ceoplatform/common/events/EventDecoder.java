package com.ceoplatform.common.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads Kafka records as events. */
public final class EventDecoder {

    private final JsonMapper mapper;

    public EventDecoder(JsonMapper mapper) {
        this.mapper = requireNonNull(mapper, "mapper is null");
    }

    /** The type of an event, read without touching the rest; empty text when the record carries none. */
    public static String type(ConsumerRecord<?, ?> record) {
        String type = header(record, EventHeaders.TYPE);
        return type == null ? "" : type;
    }

    /**
     * Reads the envelope and leaves the payload as it is.
     *
     * @throws MalformedEventException when a required attribute is missing or malformed
     */
    public Event<byte[]> envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return new Event<>(
                    UUID.fromString(required(record, EventHeaders.ID)),
                    required(record, EventHeaders.TYPE),
                    required(record, EventHeaders.SOURCE),
                    required(record, EventHeaders.SUBJECT),
                    Instant.parse(required(record, EventHeaders.TIME)),
                    uuid(header(record, EventHeaders.ACTOR_ID)),
                    uuid(header(record, EventHeaders.CORRELATION_ID)),
                    uuid(header(record, EventHeaders.CAUSATION_ID)),
                    header(record, "traceparent"),
                    new Event.Position(
                            record.topic(), record.partition(), record.offset(), requireNonNull(record.key())),
                    requireNonNull(record.value(), "value is null"));
        } catch (RuntimeException malformed) {
            throw new MalformedEventException("Not an event: " + describe(record), malformed);
        }
    }

    /**
     * Reads the payload of an event as the record that the consumer declares.
     *
     * @throws MalformedEventException when the payload does not fit it
     */
    public <T> Event<T> read(Event<byte[]> event, Class<T> type) {
        try {
            return event.withData(mapper.readValue(event.data(), type));
        } catch (JacksonException malformed) {
            throw new MalformedEventException("Payload of " + event.type() + " " + event.id(), malformed);
        }
    }

    private static String describe(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        return requireNonNull(header(record, name), () -> "no header " + name);
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
