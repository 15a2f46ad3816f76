package com.ceoplatform.common.events.subscription;

import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.deadletter.DeadLetters;
import com.ceoplatform.common.events.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every {@link Subscription} of the application context. */
@AutoConfiguration(
        afterName = {
            "com.ceoplatform.common.events.EventsAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnBean(Inbox.class)
class SubscriptionAutoConfiguration {

    private static final int PARTITIONS = 3;

    @Bean
    @ConditionalOnMissingBean
    RetryPolicy retryPolicy() {
        return RetryPolicy.STANDARD;
    }

    @Bean
    OwnTopics ownTopics(ObjectProvider<Subscription> subscriptions, RetryPolicy retries, Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        return new OwnTopics(
                service, retries.delays().size(), subscriptions.stream().toList());
    }

    @Bean
    KafkaAdmin.NewTopics subscriptionTopics(OwnTopics own) {
        return new KafkaAdmin.NewTopics(own.stream()
                .flatMap(topics -> topics.all().stream())
                .map(name -> TopicBuilder.name(name).partitions(PARTITIONS).build())
                .toArray(NewTopic[]::new));
    }

    /** Writes retries and dead letters only; domain events go through the outbox. */
    @Bean
    KafkaTemplate<String, byte[]> failedEvents(KafkaProperties properties, KafkaConnectionDetails connection) {
        var settings = properties.buildProducerProperties();
        settings.put("bootstrap.servers", connection.getProducer().getBootstrapServers());
        settings.put("acks", "all");
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    @Bean
    SubscriptionContainers subscriptionContainers(
            OwnTopics own,
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            @Qualifier("failedEvents") KafkaTemplate<String, byte[]> producer,
            EventDispatcher dispatcher,
            RetryPolicy retries,
            Clock clock) {
        var containers = new SubscriptionContainers(consumers, producer, dispatcher, retries, clock);
        own.subscriptions().forEach(subscription -> containers.add(subscription, own.of(subscription)));
        return containers;
    }

    @Bean
    EventDispatcher eventDispatcher(
            EventDecoder decoder, Inbox inbox, PlatformTransactionManager transactions, MeterRegistry meters) {
        return new EventDispatcher(decoder, inbox, new TransactionTemplate(transactions), meters);
    }

    @Bean
    DeadLetters deadLetters(
            OwnTopics own,
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            @Qualifier("failedEvents") KafkaTemplate<String, byte[]> producer) {
        return new DeadLetters(own.stream().toList(), consumers, producer);
    }

    /** The own topics of every subscription of this service. */
    record OwnTopics(String service, int retries, List<Subscription> subscriptions) {

        SubscriptionTopics of(Subscription subscription) {
            return new SubscriptionTopics(service + "." + subscription.name(), retries);
        }

        Stream<SubscriptionTopics> stream() {
            return subscriptions.stream().map(this::of);
        }
    }
}
