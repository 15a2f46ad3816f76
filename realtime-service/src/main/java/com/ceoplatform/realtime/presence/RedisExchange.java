package com.ceoplatform.realtime.presence;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.presence.Presence.LocalChange;
import com.ceoplatform.realtime.presence.Typing.LocalTyping;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shares presence and typing with the other replicas: changes by publish and subscribe, and a snapshot per replica that
 * expires when the replica dies. Without Redis every replica knows its own users; what it knew of others stays as it was
 * until Redis is back.
 */
@Component
class RedisExchange implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisExchange.class);
    private static final String CHANGES = "realtime:presence";
    private static final String TYPING = "realtime:typing";
    private static final String REPLICAS = "realtime:replicas";
    private static final String SNAPSHOT = "realtime:replica:";
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);

    private final ReactiveStringRedisTemplate redis;
    private final Presence presence;
    private final Typing typing;
    private final PresenceSettings settings;
    private final JsonMapper mapper;
    private final Clock clock;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final AtomicInteger up = new AtomicInteger(1);
    private @Nullable Disposable work;

    private record Written(String replica, LocalTyping typing) {}

    RedisExchange(
            ReactiveStringRedisTemplate redis,
            Presence presence,
            Typing typing,
            PresenceSettings settings,
            JsonMapper mapper,
            Clock clock) {
        this.redis = requireNonNull(redis, "redis is null");
        this.presence = requireNonNull(presence, "presence is null");
        this.typing = requireNonNull(typing, "typing is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.mapper = requireNonNull(mapper, "mapper is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Whether presence is shared: 1, or only known here: 0. */
    @Component
    static final class Availability {
        Availability(RedisExchange exchange, MeterRegistry meters) {
            meters.gauge("realtime.presence.shared", exchange.up);
        }
    }

    @EventListener
    void on(LocalChange change) {
        publish(CHANGES, change);
    }

    @EventListener
    void on(LocalTyping local) {
        publish(TYPING, new Written(presence.replica(), local));
    }

    private void publish(String channel, Object message) {
        if (isRunning() && up.get() == 1) {
            redis.convertAndSend(channel, mapper.writeValueAsString(message)).subscribe(sent -> {}, this::failed);
        }
    }

    @Override
    public synchronized void start() {
        Disposable subscription = Flux.defer(() -> redis.listenToChannel(CHANGES, TYPING))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BEFORE_RETRY))
                .subscribe(this::receive);
        Disposable refreshing = Flux.interval(Duration.ZERO, settings.refresh())
                .onBackpressureDrop()
                .concatMap(tick -> refresh().doOnSuccess(done -> works()).onErrorResume(failure -> {
                    failed(failure);
                    return Mono.empty();
                }))
                .subscribe();
        work = Disposables.composite(subscription, refreshing);
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.dispose();
            work = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }

    private void receive(Message<String, String> message) {
        try {
            if (message.getChannel().equals(CHANGES)) {
                LocalChange change = mapper.readValue(message.getMessage(), LocalChange.class);
                heard.put(change.replica(), clock.instant());
                presence.heard(change);
            } else {
                Written written = mapper.readValue(message.getMessage(), Written.class);
                if (!written.replica().equals(presence.replica())) {
                    typing.show(written.typing());
                }
            }
        } catch (JacksonException malformed) {
            LOG.warn("Passes over a malformed message on {}", message.getChannel());
        }
    }

    private Mono<Void> refresh() {
        String own = presence.replica();
        return Mono.defer(() -> redis.opsForValue()
                        .set(SNAPSHOT + own, mapper.writeValueAsString(presence.snapshot()), settings.timeToLive()))
                .then(redis.opsForSet().add(REPLICAS, own))
                .thenMany(redis.opsForSet().members(REPLICAS))
                .concatWithValues(presence.others().toArray(String[]::new))
                .distinct()
                .filter(other -> !other.equals(own))
                .concatMap(this::follow)
                .then();
    }

    private Mono<Void> follow(String other) {
        return redis.opsForValue()
                .get(SNAPSHOT + other)
                .doOnNext(snapshot -> {
                    heard.put(other, clock.instant());
                    presence.heardAll(other, mapper.readValue(snapshot, PresenceBoard.Snapshot.class));
                })
                .hasElement()
                .flatMap(alive -> alive ? Mono.empty() : bury(other));
    }

    /** Its snapshot has expired; one that was heard of meanwhile may just not have written the next one yet. */
    private Mono<Void> bury(String other) {
        Instant lastHeard = heard.getOrDefault(other, Instant.MIN);
        if (lastHeard.isAfter(clock.instant().minus(settings.timeToLive()))) {
            return Mono.empty();
        }
        heard.remove(other);
        presence.lost(other);
        return redis.opsForSet().remove(REPLICAS, other).then();
    }

    private void works() {
        if (up.getAndSet(1) == 0) {
            LOG.info("Redis is back, presence is shared again");
        }
    }

    private void failed(Throwable failure) {
        // Others cannot be heard meanwhile: their time starts anew when Redis is back.
        heard.replaceAll((replica, before) -> clock.instant());
        if (up.getAndSet(0) == 1) {
            LOG.warn("Redis is gone, presence is only known for this replica's users: {}", failure.toString());
        }
    }
}
