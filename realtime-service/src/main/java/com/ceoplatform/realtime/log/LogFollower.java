package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One pass over the log with one consumer, from the recent past on, until it is stopped. */
final class LogFollower {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Streams streams;
    private final EventReading reading;
    private final LogListener listener;
    private final Map<TopicPartition, Long> missing = new HashMap<>();

    LogFollower(Consumer<String, byte[]> consumer, Streams streams, EventReading reading, LogListener listener) {
        this.consumer = requireNonNull(consumer, "consumer is null");
        this.streams = requireNonNull(streams, "streams is null");
        this.reading = requireNonNull(reading, "reading is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * Goes to where reading begins: what was handled already, else all users (they make the directory) and the recent
     * past of everything else.
     */
    void begin(Positions handled, Clock clock, Duration age) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        Map<TopicPartition, Long> since = partitions.stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> clock.instant().minus(age).toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> recent = consumer.offsetsForTimes(since);
        missing.putAll(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<String, Long> starts = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long start = start(partition, handled, recent.get(partition), beginnings);
            consumer.seek(partition, start);
            String stream = streams.name(partition);
            if (stream != null) {
                starts.put(stream, start - 1);
            }
        }
        listener.started(starts);
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>(streams.all());
        consumer.partitionsFor(Topic.SESSIONS.topicName())
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        return partitions;
    }

    private long start(
            TopicPartition partition,
            Positions handled,
            @Nullable OffsetAndTimestamp recent,
            Map<TopicPartition, Long> beginnings) {
        String stream = streams.name(partition);
        if (stream != null && handled.knows(stream)) {
            return handled.of(stream) + 1;
        }
        if (partition.topic().equals(Topic.USERS.topicName())) {
            return beginnings.getOrDefault(partition, 0L);
        }
        return recent == null ? missing.getOrDefault(partition, 0L) : recent.offset();
    }

    /** Reads what has come, waiting a moment when there is nothing. */
    void read() {
        for (ConsumerRecord<String, byte[]> record : TimeMerge.merge(consumer.poll(POLL))) {
            handle(record);
        }
        missing.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        String stream = streams.name(new TopicPartition(record.topic(), record.partition()));
        Event<byte[]> event = reading.envelope(record).orElse(null);
        if (event != null && isAboutPeople(record.topic())) {
            listener.onPeople(event);
        }
        if (stream != null) {
            LoggedEvent logged =
                    event == null ? null : reading.read(record, event, stream).orElse(null);
            if (logged == null) {
                listener.onSkipped(stream, record.offset());
            } else {
                listener.onEvent(logged);
            }
        }
    }

    private static boolean isAboutPeople(String topic) {
        return topic.equals(Topic.USERS.topicName()) || topic.equals(Topic.SESSIONS.topicName());
    }

    /** Whether everything that was there at the beginning has been handled. */
    boolean isCaughtUp() {
        return missing.isEmpty();
    }

    /** Records that Kafka has and this replica has not read. */
    long lag() {
        Collection<TopicPartition> assigned = consumer.assignment();
        return assigned.stream()
                .map(consumer::currentLag)
                .mapToLong(lag -> lag.orElse(0))
                .sum();
    }
}
