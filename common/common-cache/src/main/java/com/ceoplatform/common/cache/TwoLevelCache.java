package com.ceoplatform.common.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of things that have an id and a version, and of parts of them. Several that miss the same entry at the
 * same time load it once. Only what was found is remembered: something that is not there yet may be in a moment.
 */
public final class TwoLevelCache<V> {

    private final String name;
    private final Class<V> type;
    private final ToLongFunction<V> version;
    private final BooleanSupplier listening;
    private final SharedLevel shared;
    private final JsonMapper mapper;
    private final KnownVersions versions;
    private final Cache<String, V> process;
    private final ConcurrentMap<String, CompletableFuture<Optional<V>>> loading = new ConcurrentHashMap<>();
    private final Counters counters;

    TwoLevelCache(Blueprint<V> blueprint, Surroundings surroundings) {
        this.name = blueprint.name();
        this.type = blueprint.type();
        this.version = blueprint.version();
        this.listening = surroundings.listening();
        this.shared = surroundings.shared();
        this.mapper = surroundings.mapper();
        this.versions = new KnownVersions(surroundings.settings().sharedTtl());
        this.process = Caffeine.newBuilder()
                .maximumSize(surroundings.settings().entries())
                .expireAfterWrite(surroundings.settings().processTtl())
                .build();
        this.counters = Counters.of(name, surroundings.meters());
    }

    /** What makes one cache different from another. */
    record Blueprint<V>(String name, Class<V> type, ToLongFunction<V> version) {

        Blueprint {
            requireNonNull(name, "name is null");
            requireNonNull(type, "type is null");
            requireNonNull(version, "version is null");
        }
    }

    /** What all caches of a process share. */
    record Surroundings(
            CacheSettings settings,
            SharedLevel shared,
            JsonMapper mapper,
            MeterRegistry meters,
            BooleanSupplier listening) {}

    private record Counters(Counter process, Counter shared, Counter source, Counter outdated, Counter invalidations) {

        private static Counters of(String cache, MeterRegistry meters) {
            return new Counters(
                    meters.counter("platform.cache.gets", "cache", cache, "level", "process"),
                    meters.counter("platform.cache.gets", "cache", cache, "level", "redis"),
                    meters.counter("platform.cache.gets", "cache", cache, "level", "source"),
                    meters.counter("platform.cache.outdated", "cache", cache),
                    meters.counter("platform.cache.invalidations", "cache", cache));
        }
    }

    /**
     * Answers from the nearest level that knows.
     *
     * @param id of the thing whose version counts
     * @param part of the thing, such as a member of a channel; whatever else the answer depends on belongs in it, the asking
     *     person too when only some may know; empty for the thing itself
     * @param source asked in the calling thread when no level knows
     */
    public Optional<V> get(UUID id, String part, Supplier<Optional<V>> source) {
        if (!listening.getAsBoolean()) {
            counters.source.increment();
            return source.get();
        }
        String key = id + ":" + part;
        V known = process.getIfPresent(key);
        if (known != null && isCurrent(id, known)) {
            counters.process.increment();
            return Optional.of(known);
        }
        CompletableFuture<Optional<V>> own = new CompletableFuture<>();
        CompletableFuture<Optional<V>> other = loading.putIfAbsent(key, own);
        return other == null ? loadFor(own, key, id, source) : loadedByOther(other, key, id, source);
    }

    private Optional<V> loadFor(
            CompletableFuture<Optional<V>> others, String key, UUID id, Supplier<Optional<V>> source) {
        try {
            Optional<V> loaded = load(key, id, source);
            others.complete(loaded);
            return loaded;
        } catch (RuntimeException | Error failure) {
            others.completeExceptionally(failure);
            throw failure;
        } finally {
            loading.remove(key, others);
        }
    }

    /** What another one loads may be outdated by the time it is there. */
    private Optional<V> loadedByOther(
            CompletableFuture<Optional<V>> other, String key, UUID id, Supplier<Optional<V>> source) {
        try {
            Optional<V> loaded = other.join();
            return loaded.isPresent() && isCurrent(id, loaded.get()) ? loaded : load(key, id, source);
        } catch (CompletionException failed) {
            return load(key, id, source);
        }
    }

    private Optional<V> load(String key, UUID id, Supplier<Optional<V>> source) {
        Optional<V> remembered = fromShared(key).filter(value -> isCurrent(id, value));
        if (remembered.isPresent()) {
            counters.shared.increment();
            process.put(key, remembered.get());
            return remembered;
        }
        counters.source.increment();
        Optional<V> fresh = source.get();
        fresh.filter(value -> isCurrent(id, value)).ifPresent(value -> {
            process.put(key, value);
            shared.keep(sharedKey(key), mapper.writeValueAsString(value));
        });
        return fresh;
    }

    private Optional<V> fromShared(String key) {
        try {
            return shared.find(sharedKey(key)).map(json -> mapper.readValue(json, type));
        } catch (JacksonException writtenByAnotherRelease) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(UUID id, V value) {
        boolean current = !isOutdated(id, version.applyAsLong(value));
        if (!current) {
            counters.outdated.increment();
        }
        return current;
    }

    /** Whether an event has told of a later version than this. */
    public boolean isOutdated(UUID id, long olderVersion) {
        return versions.isOutdated(id, olderVersion);
    }

    /** Believes nothing older than this from now on, in any level; whoever makes a change need not wait for its event. */
    public void outdate(UUID id, long newVersion) {
        versions.raise(id, newVersion);
        counters.invalidations.increment();
    }

    private String sharedKey(String key) {
        return "cache:" + name + ":" + key;
    }
}
