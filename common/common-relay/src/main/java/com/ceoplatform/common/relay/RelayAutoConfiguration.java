package com.ceoplatform.common.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Lets every service with a database stand by for the relay. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        afterName = "com.ceoplatform.common.events.EventsAutoConfiguration")
@ConditionalOnBean({JdbcConnectionDetails.class, KafkaConnectionDetails.class})
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    Relay relay(
            JdbcConnectionDetails connection,
            RelaySettings settings,
            KafkaProperties kafka,
            KafkaConnectionDetails kafkaConnection,
            Clock clock,
            MeterRegistry meters) {
        RelayDatabase database = new RelayDatabase(connection.getJdbcUrl(), settings.user(), settings.password());
        return new Relay(database, settings, producer(kafka, kafkaConnection), clock, meters);
    }

    /** Ordered and without waiting for company: one event must not wait for the next. */
    private static KafkaProducer<String, byte[]> producer(KafkaProperties kafka, KafkaConnectionDetails connection) {
        var settings = kafka.buildProducerProperties();
        settings.put("bootstrap.servers", connection.getProducer().getBootstrapServers());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("client.id", "outbox-relay");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
