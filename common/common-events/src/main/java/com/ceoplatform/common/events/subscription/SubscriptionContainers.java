package com.ceoplatform.common.events.subscription;

import com.ceoplatform.common.events.MalformedEventException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Runs the consumer groups of a service's subscriptions. */
class SubscriptionContainers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionContainers.class);

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaOperations<String, byte[]> producer;
    private final EventDispatcher dispatcher;
    private final RetryPolicy retries;
    private final Clock clock;
    private volatile boolean running;

    SubscriptionContainers(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> producer,
            EventDispatcher dispatcher,
            RetryPolicy retries,
            Clock clock) {
        this.consumers = consumers;
        this.producer = producer;
        this.dispatcher = dispatcher;
        this.retries = retries;
        this.clock = clock;
    }

    void add(Subscription subscription, SubscriptionTopics own) {
        List<String> topics = new ArrayList<>(subscription.topicNames());
        topics.add(own.redriven());
        switch (subscription.retry()) {
            case IN_PLACE -> containers.add(direct(subscription, own, topics, inPlace(own)));
            case ON_TOPICS -> {
                containers.add(direct(subscription, own, topics, forwardTo(own, 1)));
                for (int attempt = 1; attempt <= retries.delays().size(); attempt++) {
                    containers.add(delayed(subscription, own, attempt));
                }
            }
        }
    }

    private ConcurrentMessageListenerContainer<String, byte[]> direct(
            Subscription subscription, SubscriptionTopics own, List<String> topics, CommonErrorHandler errors) {
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(own.group());
        properties.setMessageListener(
                (MessageListener<String, byte[]>) record -> dispatcher.dispatch(subscription, record));
        return container(properties, own.group(), errors);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> delayed(
            Subscription subscription, SubscriptionTopics own, int attempt) {
        ContainerProperties properties = new ContainerProperties(own.retry(attempt));
        properties.setGroupId(own.retry(attempt));
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(new DelayedDelivery(
                retries.delays().get(attempt - 1), clock, record -> dispatcher.dispatch(subscription, record)));
        CommonErrorHandler errors =
                attempt < retries.delays().size() ? forwardTo(own, attempt + 1) : noMoreAttempts(own);
        return container(properties, own.retry(attempt), errors);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            ContainerProperties properties, String name, CommonErrorHandler errors) {
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(name);
        container.setCommonErrorHandler(errors);
        return container;
    }

    private DefaultErrorHandler inPlace(SubscriptionTopics own) {
        var handler = new DefaultErrorHandler(deadLetters(own), new ListedBackOff(retries.delays()));
        handler.addNotRetryableExceptions(MalformedEventException.class);
        return handler;
    }

    private DefaultErrorHandler noMoreAttempts(SubscriptionTopics own) {
        return new DefaultErrorHandler(deadLetters(own), new FixedBackOff(0, 0));
    }

    private DefaultErrorHandler forwardTo(SubscriptionTopics own, int attempt) {
        var recoverer = new DeadLetterPublishingRecoverer(producer, (record, failure) -> {
            if (isMalformed(failure)) {
                return deadLetter(own, record, failure);
            }
            LOG.warn("{} failed on {}, waits for attempt {}", own.group(), describe(record), attempt + 1, failure);
            return new TopicPartition(own.retry(attempt), -1);
        });
        return new DefaultErrorHandler(recoverer, new FixedBackOff(0, 0));
    }

    private DeadLetterPublishingRecoverer deadLetters(SubscriptionTopics own) {
        return new DeadLetterPublishingRecoverer(producer, (record, failure) -> deadLetter(own, record, failure));
    }

    private static TopicPartition deadLetter(SubscriptionTopics own, ConsumerRecord<?, ?> record, Exception failure) {
        LOG.error("{} gives up on {}: dead letter", own.group(), describe(record), failure);
        return new TopicPartition(own.deadLetters(), -1);
    }

    private static boolean isMalformed(Throwable failure) {
        return failure instanceof MalformedEventException
                || (failure.getCause() != null && isMalformed(failure.getCause()));
    }

    private static String describe(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
