package com.ceoplatform.gateway.federation;

import com.ceoplatform.gateway.token.Secret;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The logins that go on at the issuer; any gateway may finish them, once. */
@Component
class PendingLogins {

    private final JdbcClient jdbc;
    private final OidcSettings settings;
    private final Clock clock;

    PendingLogins(JdbcClient jdbc, OidcSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param key known to the one who began only, so that nobody is lured into a login that somebody else began */
    void add(PendingLogin login, String key) {
        jdbc.sql("""
                        INSERT INTO external_login (state_hash, key_hash, nonce, code_verifier, redirect_uri, started_at)
                        VALUES (:state, :key, :nonce, :verifier, :redirect, :now)
                        """)
                .param("state", Secret.hash(login.state()))
                .param("key", Secret.hash(key))
                .param("nonce", login.nonce())
                .param("verifier", login.codeVerifier())
                .param("redirect", login.redirectUri())
                .param("now", now())
                .update();
    }

    /** Takes the login that began with this state and key; empty when there is none, or it took too long. */
    Optional<PendingLogin> take(String state, String key) {
        return jdbc.sql("""
                        DELETE FROM external_login
                        WHERE state_hash = :state AND key_hash = :key AND started_at > :oldest
                        RETURNING nonce, code_verifier, redirect_uri
                        """)
                .param("state", Secret.hash(state))
                .param("key", Secret.hash(key))
                .param("oldest", now().minus(settings.loginLife()))
                .query((row, number) -> new PendingLogin(
                        state, row.getString("nonce"), row.getString("code_verifier"), row.getString("redirect_uri")))
                .optional();
    }

    @Scheduled(initialDelayString = "PT35M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM external_login WHERE started_at < :oldest")
                .param("oldest", now().minus(settings.loginLife()))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
