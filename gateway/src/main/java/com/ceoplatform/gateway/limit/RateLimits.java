package com.ceoplatform.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refuses requests beyond what one person, one address or one login may make. */
@Component
public class RateLimits {

    private final TokenBuckets buckets;
    private final LimitSettings settings;
    private final Counter refusedUsers;
    private final Counter refusedAddresses;
    private final Counter refusedLogins;

    RateLimits(TokenBuckets buckets, LimitSettings settings, MeterRegistry meters) {
        this.buckets = buckets;
        this.settings = settings;
        this.refusedUsers = refused(meters, "user");
        this.refusedAddresses = refused(meters, "address");
        this.refusedLogins = refused(meters, "login");
    }

    private static Counter refused(MeterRegistry meters, String limit) {
        return Counter.builder("gateway.rate.limited").tag("limit", limit).register(meters);
    }

    Mono<Boolean> allowsUser(UUID userId) {
        return counted(buckets.take("user." + userId, settings.user()), refusedUsers);
    }

    /** Whether this address may make one more request without a valid token. */
    public Mono<Boolean> allowsAddress(String address) {
        return counted(buckets.take("address." + address, settings.address()), refusedAddresses);
    }

    /**
     * Blocks; for virtual threads.
     *
     * @throws DomainException 429 {@code rate_limited}
     */
    public void requireLogin(String address, String email) {
        UUID key = UUID.nameUUIDFromBytes(email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
        if (Boolean.FALSE.equals(
                buckets.take("login." + address + "." + key, settings.login()).block())) {
            refusedLogins.increment();
            throw refusal();
        }
    }

    private static Mono<Boolean> counted(Mono<Boolean> allowed, Counter refused) {
        return allowed.doOnNext(allows -> {
            if (!allows) {
                refused.increment();
            }
        });
    }

    /** What a client beyond its limit is told. */
    public static DomainException refusal() {
        return new DomainException(
                ErrorKind.RATE_LIMITED,
                "rate_limited",
                "Too many requests; slow down.",
                Map.of("retryAfterSeconds", 1));
    }
}
