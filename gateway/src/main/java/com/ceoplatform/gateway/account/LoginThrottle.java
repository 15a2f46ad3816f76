package com.ceoplatform.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
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
class LoginThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

    private final JdbcClient jdbc;
    private final LoginSettings settings;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, LoginSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws DomainException 429 {@code too_many_attempts} while the address has to wait */
    void check(String email) {
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

    @Transactional
    public void failed(String email) {
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
        if (failures == settings.lockAfter()) {
            LOG.warn("An address is locked for {} after {} failed logins", delay, failures);
        }
    }

    void succeeded(String email) {
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
        try {
            byte[] address = email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
