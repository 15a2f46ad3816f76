package com.ceoplatform.common.events.subscription;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.Topic;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a service listens to. Each bean of this type becomes a consumer group of its own; every event is handled once,
 * in a transaction that also holds the inbox row.
 *
 * @param name unique within the service; part of the group's name
 */
public record Subscription(String name, Set<Topic> topics, Retry retry, Map<String, TypedHandler<?>> handlers) {

    /** Where a failed event waits for its next attempt. */
    public enum Retry {
        /** Before everything behind it: keeps the order within a key. */
        IN_PLACE,
        /** On retry topics, out of the way of the others: for work whose order does not matter. */
        ON_TOPICS
    }

    public Subscription {
        requireNonNull(name, "name is null");
        topics = Set.copyOf(topics);
        handlers = Map.copyOf(handlers);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    List<String> topicNames() {
        return topics.stream().map(Topic::topicName).sorted().toList();
    }

    record TypedHandler<T>(Class<T> payload, Predicate<T> concerns, Consumer<Event<T>> handler) {}

    /** Collects topics and handlers. */
    public static final class Builder {

        private final String name;
        private final Set<Topic> topics = new LinkedHashSet<>();
        private final Map<String, TypedHandler<?>> handlers = new HashMap<>();
        private Retry retry = Retry.IN_PLACE;

        private Builder(String name) {
            this.name = name;
        }

        public Builder topics(Topic... more) {
            topics.addAll(List.of(more));
            return this;
        }

        public Builder retry(Retry how) {
            retry = how;
            return this;
        }

        /**
         * Handles events of a type; types that no handler is given for are ignored and counted.
         *
         * @param payload the consumer's own record, with only the fields that it uses
         */
        public <T> Builder on(String type, Class<T> payload, Consumer<Event<T>> handler) {
            return on(type, payload, any -> true, handler);
        }

        /**
         * Handles those events of a type that concern the subscription. The others are passed over before anything is read
         * or written for them, so that a subscription for a few of many events is not held up by the rest.
         *
         * @param payload the consumer's own record, with only the fields that it uses
         */
        public <T> Builder on(String type, Class<T> payload, Predicate<T> concerns, Consumer<Event<T>> handler) {
            if (handlers.putIfAbsent(type, new TypedHandler<>(payload, concerns, handler)) != null) {
                throw new IllegalArgumentException("Two handlers for " + type + " in " + name);
            }
            return this;
        }

        public Subscription build() {
            return new Subscription(name, topics, retry, handlers);
        }
    }
}
