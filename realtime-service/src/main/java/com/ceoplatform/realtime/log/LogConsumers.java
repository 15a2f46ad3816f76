package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Kafka consumers outside any group, set for following the end of the log and for reading it back. */
@Component
class LogConsumers {

    private final ConsumerFactory<String, byte[]> factory;
    private final AtomicInteger count = new AtomicInteger();

    LogConsumers(@Qualifier("eventConsumers") ConsumerFactory<String, byte[]> factory) {
        this.factory = requireNonNull(factory, "factory is null");
    }

    /** The broker answers as soon as it has one byte, so a long wait costs no latency. */
    Consumer<String, byte[]> forFollowing() {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
        return create("event-log", settings);
    }

    /** Fails when an offset is gone instead of jumping over the gap; fetches little, for many may read at once. */
    Consumer<String, byte[]> forReadingBack() {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024));
        settings.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(256 * 1024));
        return create("replay-" + count.incrementAndGet(), settings);
    }

    private Consumer<String, byte[]> create(String clientId, Properties settings) {
        return factory.createConsumer(null, clientId, null, settings);
    }
}
