package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Reads stretches of the log back from Kafka that are no longer in memory. Blocks: for virtual threads. */
@Component
public class ReadBack {

    private static final Duration POLL = Duration.ofMillis(500);

    private final LogConsumers consumers;
    private final KnownStreams streams;
    private final EventReading reading;
    private final Semaphore turns;

    ReadBack(LogConsumers consumers, KnownStreams streams, EventReading reading, LogSettings settings) {
        this.consumers = requireNonNull(consumers, "consumers is null");
        this.streams = requireNonNull(streams, "streams is null");
        this.reading = requireNonNull(reading, "reading is null");
        this.turns = new Semaphore(settings.readers(), true);
    }

    /** Which streams to read. */
    public enum Scope {
        ALL,
        /** Those that tell who joined and left channels. */
        CHANNELS
    }

    /** Takes the events one by one; may block. */
    public interface Receiver {
        void take(LoggedEvent event) throws InterruptedException;
    }

    /** Whether Kafka still keeps everything after these positions and has reached them itself. */
    public boolean covers(Positions positions) throws InterruptedException {
        turns.acquire();
        try (Consumer<String, byte[]> consumer = consumers.forReadingBack()) {
            Map<TopicPartition, String> read = partitions(positions, Scope.ALL);
            Map<TopicPartition, Long> kept = consumer.beginningOffsets(read.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(read.keySet());
            return read.entrySet().stream().allMatch(entry -> {
                long offset = positions.of(entry.getValue());
                return offset + 1 >= kept.getOrDefault(entry.getKey(), Long.MAX_VALUE)
                        && offset < ends.getOrDefault(entry.getKey(), 0L);
            });
        } finally {
            turns.release();
        }
    }

    /**
     * Hands over everything after one position up to and including another, in the order of each stream.
     *
     * @return false when Kafka dropped some of it meanwhile
     */
    public boolean read(Positions after, Positions upTo, Scope scope, Receiver receiver) throws InterruptedException {
        turns.acquire();
        try (Consumer<String, byte[]> consumer = consumers.forReadingBack()) {
            Map<TopicPartition, String> read = partitions(after, scope);
            read.values().removeIf(stream -> after.of(stream) >= upTo.of(stream));
            consumer.assign(read.keySet());
            read.forEach((partition, stream) -> consumer.seek(partition, after.of(stream) + 1));
            readAll(consumer, read, upTo, receiver);
            return true;
        } catch (InvalidOffsetException dropped) {
            return false;
        } finally {
            turns.release();
        }
    }

    private void readAll(
            Consumer<String, byte[]> consumer, Map<TopicPartition, String> read, Positions upTo, Receiver receiver)
            throws InterruptedException {
        Set<TopicPartition> open = new HashSet<>(read.keySet());
        while (!open.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : TimeMerge.merge(consumer.poll(POLL))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                String stream = read.get(partition);
                if (stream != null && record.offset() <= upTo.of(stream)) {
                    hand(record, stream, receiver);
                }
            }
            Collection<TopicPartition> done = new ArrayList<>(open);
            done.removeIf(partition -> consumer.position(partition) <= upTo.of(read.getOrDefault(partition, "")));
            open.removeAll(done);
            consumer.pause(done);
        }
    }

    private void hand(ConsumerRecord<String, byte[]> record, String stream, Receiver receiver)
            throws InterruptedException {
        LoggedEvent event = reading.envelope(record)
                .flatMap(envelope -> reading.read(record, envelope, stream))
                .orElse(null);
        if (event != null) {
            receiver.take(event);
        }
    }

    private Map<TopicPartition, String> partitions(Positions positions, Scope scope) {
        Map<TopicPartition, String> found = new HashMap<>();
        positions
                .offsets()
                .keySet()
                .forEach(stream -> streams.started()
                        .partition(stream)
                        .filter(partition ->
                                scope == Scope.ALL || partition.topic().equals(Topic.CHANNELS.topicName()))
                        .ifPresent(partition -> found.put(partition, stream)));
        return found;
    }
}
