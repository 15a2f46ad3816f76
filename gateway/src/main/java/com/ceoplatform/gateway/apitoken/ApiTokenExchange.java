package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.common.security.RevokedSessions;
import com.ceoplatform.gateway.token.AccessTokens;
import com.ceoplatform.gateway.token.Secret;
import com.ceoplatform.gateway.token.TokenSubject;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserResponse;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Exchanges an API token for a short-lived access token, which services verify like any other. The exchange is kept for
 * most of that life; a revocation, which arrives as an event, voids what is kept.
 */
@Component
class ApiTokenExchange implements MeterBinder {

    private static final int AT_MOST = 10_000;

    private final ApiTokenStore store;
    private final UserDirectory directory;
    private final AccessTokens tokens;
    private final RevokedSessions revoked;
    private final ApiTokenSettings settings;
    private final Clock clock;
    private final Cache<String, Exchanged> kept;

    ApiTokenExchange(
            ApiTokenStore store,
            UserDirectory directory,
            AccessTokens tokens,
            RevokedSessions revoked,
            ApiTokenSettings settings,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.tokens = tokens;
        this.revoked = revoked;
        this.settings = settings;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(settings.exchangeLife().multipliedBy(4).dividedBy(5))
                .recordStats()
                .build();
    }

    private record Exchanged(UUID sessionId, String accessToken) {}

    @Override
    public void bindTo(MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, kept, "api_tokens");
    }

    /** The access token that an exchange of before has given, when it still counts. */
    @Nullable
    String known(String text) {
        Exchanged exchanged = kept.getIfPresent(Secret.hash(text));
        return exchanged == null || revoked.contains(exchanged.sessionId().toString()) ? null : exchanged.accessToken();
    }

    /** The access token for an API token; empty when it is unknown or over. Blocks. */
    Optional<String> exchange(String text, String address, String userAgent) {
        String hash = Secret.hash(text);
        return store.live(hash).flatMap(live -> {
            Optional<String> accessToken =
                    directory.find(live.userId()).filter(UserResponse::active).map(user -> issue(user, live));
            accessToken.ifPresent(issued -> {
                kept.put(hash, new Exchanged(live.sessionId(), issued));
                store.used(live.id(), address, userAgent);
            });
            return accessToken;
        });
    }

    private String issue(UserResponse user, ApiTokenStore.Live live) {
        Duration left = Duration.between(clock.instant(), live.expiresAt());
        Duration life = left.compareTo(settings.exchangeLife()) < 0 ? left : settings.exchangeLife();
        return tokens.issue(
                new TokenSubject(
                        user.id(),
                        live.sessionId(),
                        user.email(),
                        user.name(),
                        user.role(),
                        user.department(),
                        user.timezone(),
                        live.scopes()),
                life);
    }
}
