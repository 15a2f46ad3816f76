package com.ceoplatform.common.cache;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes the caches of a process and hands them what events tell. */
public class Caches {

    private final TwoLevelCache.Surroundings surroundings;
    private final EventDecoder decoder;
    private final Map<Topic, List<TwoLevelCache<?>>> byTopic = new ConcurrentHashMap<>();

    Caches(TwoLevelCache.Surroundings surroundings, EventDecoder decoder) {
        this.surroundings = requireNonNull(surroundings, "surroundings is null");
        this.decoder = requireNonNull(decoder, "decoder is null");
    }

    /**
     * A cache of its own.
     *
     * @param name in metrics and in Redis; services that use the same name share the level in Redis
     * @param topic whose events tell of changes: their subject is the id, their payload carries the version
     * @param version of the thing that an entry comes from
     */
    public <V> TwoLevelCache<V> cache(String name, Topic topic, Class<V> type, ToLongFunction<V> version) {
        if (!surroundings.settings().topics().contains(topic)) {
            throw new IllegalArgumentException("Not listened to: " + topic);
        }
        var cache = new TwoLevelCache<>(new TwoLevelCache.Blueprint<>(name, type, version), surroundings);
        byTopic.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(cache);
        return cache;
    }

    /** The one thing that every payload of a thing with a version has in common. */
    record Versioned(@Nullable Long version) {}

    void on(Event<byte[]> event) {
        List<TwoLevelCache<?>> concerned = Topic.named(event.position().topic())
                .map(topic -> byTopic.getOrDefault(topic, List.of()))
                .orElse(List.of());
        if (concerned.isEmpty()) {
            return;
        }
        Long version = decoder.read(event, Versioned.class).data().version();
        if (version != null) {
            UUID id = UUID.fromString(event.subject());
            concerned.forEach(cache -> cache.outdate(id, version));
        }
    }
}
