package com.ceoplatform.common.events;

import com.ceoplatform.common.events.inbox.Inbox;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.session.SessionRevocations;
import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.events.tail.TailStart;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** Topics, decoding, revoked sessions; outbox and inbox where there is a database. */
@AutoConfiguration(
        after = {JdbcClientAutoConfiguration.class, KafkaAutoConfiguration.class},
        before = FlywayAutoConfiguration.class)
class EventsAutoConfiguration {

    /** How long Kafka keeps events, and so how far back a client can resume. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int PARTITIONS = 3;

    /** The longest life of an access token, doubled for clocks that differ. */
    private static final Duration TOKENS_LIVE_AT_MOST = Duration.ofMinutes(30);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventDecoder eventDecoder(JsonMapper mapper) {
        return new EventDecoder(mapper);
    }

    @Bean
    KafkaAdmin.NewTopics domainTopics() {
        return new KafkaAdmin.NewTopics(Arrays.stream(Topic.values())
                .map(EventsAutoConfiguration::topic)
                .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic topic) {
        TopicBuilder builder = TopicBuilder.name(topic.topicName()).partitions(PARTITIONS);
        return topic.compacted()
                ? builder.compact()
                        .config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                        .build()
                : builder.config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                        .build();
    }

    @Bean
    ConsumerFactory<String, byte[]> eventConsumers(KafkaProperties properties, KafkaConnectionDetails connection) {
        var settings = properties.buildConsumerProperties();
        settings.put("bootstrap.servers", connection.getConsumer().getBootstrapServers());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    SessionRevocations revokedSessions(EventDecoder decoder, Clock clock) {
        return new SessionRevocations(decoder, clock);
    }

    @Bean
    EventTail sessionTail(
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            EventDecoder decoder,
            SessionRevocations revocations,
            Clock clock) {
        return new EventTail(
                "sessions",
                consumers,
                decoder,
                List.of(Topic.SESSIONS.topicName()),
                new TailStart.At(() -> clock.instant().minus(TOKENS_LIVE_AT_MOST)),
                revocations::on);
    }

    /** Where the service owns data. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(JdbcClient.class)
    @EnableScheduling
    static class WithDatabase {

        @Bean
        Outbox outbox(JdbcClient jdbc, JsonMapper mapper, Environment environment) {
            return new Outbox(jdbc, mapper, "/" + environment.getRequiredProperty("spring.application.name"));
        }

        @Bean
        Inbox inbox(JdbcClient jdbc, Clock clock) {
            return new Inbox(jdbc, clock);
        }

        /** Each common module brings the tables that its users need in their own schema. */
        @Bean
        FlywayConfigurationCustomizer commonMigrations() {
            return flyway -> flyway.locations("classpath:db/common", "classpath:db/migration");
        }
    }
}
