package com.ceoplatform.common.events.tail;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.MalformedEventException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads all partitions of some topics outside any consumer group: every process sees every event, from a moment in the
 * past on. Nothing is committed; a restart begins at that moment again, so handlers must bear repeats.
 */
public final class EventTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String name;
    private final ConsumerFactory<String, byte[]> consumers;
    private final EventDecoder decoder;
    private final List<String> topics;
    private final TailStart from;
    private final Consumer<Event<byte[]>> handler;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile org.apache.kafka.clients.consumer.@org.jspecify.annotations.Nullable Consumer<String, byte[]>
            consumer;
    private volatile boolean running;

    public EventTail(
            String name,
            ConsumerFactory<String, byte[]> consumers,
            EventDecoder decoder,
            List<String> topics,
            TailStart from,
            Consumer<Event<byte[]>> handler) {
        this.name = requireNonNull(name, "name is null");
        this.consumers = requireNonNull(consumers, "consumers is null");
        this.decoder = requireNonNull(decoder, "decoder is null");
        this.topics = List.copyOf(topics);
        this.from = requireNonNull(from, "from is null");
        this.handler = requireNonNull(handler, "handler is null");
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("tail-" + name).daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that was there at the start has been handled. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until everything that was there at the start has been handled; false when that takes too long. */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (running) {
            try (var current = consumers.createConsumer(null, name, null)) {
                consumer = current;
                read(current);
            } catch (WakeupException stopped) {
                LOG.debug("Tail {} stops", name);
            } catch (KafkaException broken) {
                LOG.warn("Tail {} starts over: {}", name, broken.toString());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void read(org.apache.kafka.clients.consumer.Consumer<String, byte[]> current) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> current.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        current.assign(partitions);
        seek(current, partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(current.endOffsets(partitions));
        while (running) {
            if (!isCaughtUp()) {
                ends.entrySet().removeIf(end -> current.position(end.getKey()) >= end.getValue());
                if (ends.isEmpty()) {
                    caughtUp.countDown();
                }
            }
            current.poll(POLL).forEach(this::handle);
        }
    }

    private void seek(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> current, List<TopicPartition> partitions) {
        switch (from) {
            case TailStart.Beginning() -> current.seekToBeginning(partitions);
            case TailStart.End() -> current.seekToEnd(partitions);
            case TailStart.At(var instant) -> {
                Map<TopicPartition, Long> times = new HashMap<>();
                partitions.forEach(
                        partition -> times.put(partition, instant.get().toEpochMilli()));
                Map<TopicPartition, OffsetAndTimestamp> offsets = current.offsetsForTimes(times);
                current.seekToEnd(partitions);
                offsets.forEach((partition, offset) -> {
                    if (offset != null) {
                        current.seek(partition, offset.offset());
                    }
                });
            }
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        try {
            handler.accept(decoder.envelope(record));
        } catch (MalformedEventException malformed) {
            LOG.warn("Tail {} passes over a malformed record: {}", name, malformed.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("Tail {} failed on {}@{}", name, record.topic(), record.offset(), failed);
        }
    }
}
