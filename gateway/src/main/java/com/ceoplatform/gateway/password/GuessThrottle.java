package com.ceoplatform.gateway.password;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.token.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses passwords: each failure for an address makes the next try wait longer, until the address is
 * locked for a while. Kept in the database, so that a restart forgives nothing; the same for addresses that nobody has.
 */
@Service
public class GuessThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(GuessThrottle.class);

    private final JdbcClient jdbc;
    private final GuessSettings settings;
    private final Clock clock;

    GuessThrottle(JdbcClient jdbc, GuessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws DomainException 429 {@code too_many_attempts} while the address has to wait */
    public void check(String email) {
        Optional<OffsetDateTime> blocked = jdbc.sql(
                        "SELECT blocked_until FROM login_failure WHERE email_hash = :hash AND blocked_until > :now")
                .param("hash", hash(email))
                .param("now", now())
                .query(OffsetDateTime.class)
                .optional();
        if (blocked.isPresent()) {
            throw refusal(Duration.between(now(), blocked.get()));
        }
    }

    private static DomainException refusal(Duration wait) {
        long seconds = wait.toMillis() / 1000 + 1;
        return new DomainException(
                ErrorKind.RATE_LIMITED,
                "too_many_attempts",
                "Too many failed logins; try again in " + seconds + " seconds.",
                Map.of("retryAfterSeconds", seconds));
    }

    /** Notes a failure; whether it is the one that locks the address. */
    @Transactional
    public boolean failed(String email) {
        OffsetDateTime now = now();
        int failures = jdbc.sql("""
                        INSERT INTO login_failure (email_hash, failures, failed_at) VALUES (:hash, 1, :now)
                        ON CONFLICT (email_hash) DO UPDATE SET failed_at = excluded.failed_at,
                            failures = CASE WHEN login_failure.failed_at < :quiet THEN 1
                                            ELSE login_failure.failures + 1 END
                        RETURNING failures
                        """)
                .param("hash", hash(email))
                .param("now", now)
                .param("quiet", now.minus(settings.forgetAfter()))
                .query(Integer.class)
                .single();
        Duration delay = settings.delayAfter(failures);
        jdbc.sql("UPDATE login_failure SET blocked_until = :until WHERE email_hash = :hash")
                .param("until", now.plus(delay))
                .param("hash", hash(email))
                .update();
        boolean locks = failures == settings.lockAfter();
        if (locks) {
            LOG.warn("An address is locked for {} after {} failed logins", delay, failures);
        }
        return locks;
    }

    /** Forgets the failures of an address whose owner has shown up. */
    public void succeeded(String email) {
        jdbc.sql("DELETE FROM login_failure WHERE email_hash = :hash")
                .param("hash", hash(email))
                .update();
    }

    @Scheduled(initialDelayString = "PT25M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM login_failure WHERE failed_at < :quiet")
                .param("quiet", now().minus(settings.forgetAfter()).minus(settings.lockTime()))
                .update();
    }

    private static String hash(String email) {
        return Secret.hash(email.strip().toLowerCase(Locale.ROOT));
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
