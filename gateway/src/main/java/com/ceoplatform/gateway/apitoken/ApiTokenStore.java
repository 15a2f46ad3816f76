package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API tokens, as hashes; when they began, end and were used is written in their sessions. */
@Component
class ApiTokenStore {

    private static final String LIVE = """
            SELECT t.id, t.name, t.scopes, s.user_id, s.token_session_id, s.started_at, s.used_at, s.expires_at
            FROM api_token t JOIN session s ON s.id = t.id
            WHERE s.kind = 'API_TOKEN' AND s.revoked_at IS NULL AND s.expires_at > :now""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokenStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be known of a token that somebody presents. */
    record Live(UUID id, UUID userId, UUID sessionId, String scopes, Instant expiresAt) {}

    void add(UUID id, String hash, String name, List<String> scopes) {
        jdbc.sql("INSERT INTO api_token (id, hash, name, scopes) VALUES (:id, :hash, :name, :scopes)")
                .param("id", id)
                .param("hash", hash)
                .param("name", name)
                .param("scopes", String.join(" ", scopes))
                .update();
    }

    /** The live token with this hash. */
    Optional<Live> live(String hash) {
        return jdbc.sql(LIVE + " AND t.hash = :hash")
                .param("hash", hash)
                .param("now", now())
                .query((row, number) -> new Live(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getObject("token_session_id", UUID.class),
                        row.getString("scopes"),
                        instant(row, "expires_at")))
                .optional();
    }

    /** Notes that it is used, and from where. */
    void used(UUID id, String address, String userAgent) {
        jdbc.sql("UPDATE session SET used_at = :now, address = :address, user_agent = :agent WHERE id = :id")
                .param("now", now())
                .param("address", address)
                .param("agent", userAgent)
                .param("id", id)
                .update();
    }

    /** Whose it is; empty when it is over or nobody's. */
    Optional<UUID> ownerOf(UUID id) {
        return jdbc.sql("SELECT user_id FROM (" + LIVE + " AND t.id = :id) AS live")
                .param("id", id)
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** How many live ones a user has; nobody else adds one before the transaction is through. */
    int lockAndCount(UUID userId) {
        jdbc.sql("SELECT id FROM person WHERE id = :user FOR NO KEY UPDATE")
                .param("user", userId)
                .query(UUID.class)
                .single();
        return jdbc.sql("SELECT count(*) FROM (" + LIVE + " AND s.user_id = :user) AS live")
                .param("user", userId)
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /** A page of the live tokens of a user, youngest first. */
    CursorPage<ApiTokenResponse> page(UUID userId, @Nullable Cursor after, int limit) {
        UUID before = after == null ? new UUID(-1, -1) : after.uuid(0);
        List<ApiTokenResponse> rows = jdbc.sql(
                        LIVE + " AND s.user_id = :user AND s.id < :before ORDER BY s.id DESC LIMIT :limit")
                .param("user", userId)
                .param("now", now())
                .param("before", before)
                .param("limit", limit + 1)
                .query((row, number) -> response(row))
                .list();
        return CursorPage.of(rows, limit, token -> Cursor.of(token.id()));
    }

    private static ApiTokenResponse response(ResultSet row) throws SQLException {
        Instant created = instant(row, "started_at");
        Instant used = instant(row, "used_at");
        return new ApiTokenResponse(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                List.of(row.getString("scopes").split(" ")),
                created,
                instant(row, "expires_at"),
                used.equals(created) ? null : used,
                null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
