package com.ceoplatform.common.events.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.EventHeaders;
import com.ceoplatform.common.events.subscription.SubscriptionTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;

/** The dead letters of this service's consumer groups, read from Kafka on demand. */
public class DeadLetters {

    private static final int SHOWN_AT_MOST = 500;
    private static final Duration POLL = Duration.ofMillis(500);

    private final List<SubscriptionTopics> groups;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaOperations<String, byte[]> producer;

    public DeadLetters(
            List<SubscriptionTopics> groups,
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> producer) {
        this.groups = List.copyOf(groups);
        this.consumers = consumers;
        this.producer = producer;
    }

    /** The dead letters of all groups, oldest first within each, at most 500. */
    public List<DeadLetter> list() {
        List<DeadLetter> found = new ArrayList<>();
        for (SubscriptionTopics group : groups) {
            try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "dead-letters", null)) {
                readAll(consumer, group, found);
            }
        }
        return found;
    }

    private static void readAll(Consumer<String, byte[]> consumer, SubscriptionTopics group, List<DeadLetter> found) {
        List<TopicPartition> partitions = consumer.partitionsFor(group.deadLetters()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Set<Map.Entry<TopicPartition, Long>> ends =
                consumer.endOffsets(partitions).entrySet();
        while (found.size() < SHOWN_AT_MOST
                && ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> found.add(letter(group, record)));
        }
    }

    /**
     * Hands a dead letter to its own consumer group again; the inbox makes a second time harmless.
     *
     * @throws DomainException 404 {@code dead_letter_not_found}
     */
    public void redrive(String groupName, String id) {
        SubscriptionTopics group = groups.stream()
                .filter(candidate -> candidate.group().equals(groupName))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("dead_letter"));
        ConsumerRecord<String, byte[]> record = find(group, id);
        try {
            producer.send(new ProducerRecord<>(
                            group.redriven(), null, record.key(), record.value(), eventHeaders(record)))
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw DomainException.unavailable("Interrupted before the dead letter was handed over.");
        } catch (ExecutionException | TimeoutException failed) {
            throw DomainException.unavailable("Kafka did not take the dead letter.");
        }
    }

    private ConsumerRecord<String, byte[]> find(SubscriptionTopics group, String id) {
        String[] parts = id.split("-", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,4}") || !parts[1].matches("\\d{1,18}")) {
            throw DomainException.notFound("dead_letter");
        }
        TopicPartition partition = new TopicPartition(group.deadLetters(), Integer.parseInt(parts[0]));
        long offset = Long.parseLong(parts[1]);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "dead-letters", null)) {
            boolean known = consumer.partitionsFor(group.deadLetters()).stream()
                    .anyMatch(info -> info.partition() == partition.partition());
            if (!known) {
                throw DomainException.notFound("dead_letter");
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL.multipliedBy(4))) {
                if (record.offset() == offset) {
                    return record;
                }
            }
        }
        throw DomainException.notFound("dead_letter");
    }

    private static List<Header> eventHeaders(ConsumerRecord<?, ?> record) {
        List<Header> kept = new ArrayList<>();
        record.headers().forEach(header -> {
            if (header.key().startsWith("ce_")
                    || header.key().equals("traceparent")
                    || header.key().equals(EventHeaders.CONTENT_TYPE)) {
                kept.add(header);
            }
        });
        return kept;
    }

    private static DeadLetter letter(SubscriptionTopics group, ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                record.partition() + "-" + record.offset(),
                group.group(),
                header(record, KafkaHeaders.DLT_ORIGINAL_TOPIC),
                header(record, EventHeaders.TYPE),
                header(record, EventHeaders.ID),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN),
                record.value() == null ? "" : new String(record.value(), UTF_8));
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
