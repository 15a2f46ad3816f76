package com.ceoplatform.gateway.privacy;

import com.ceoplatform.common.error.DomainException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a person beside the profile and the audit log. The profile is changed like any other, so that all
 * services learn of it; the audit log names people by their ids alone and stays for the time that the law may ask for it.
 */
@Service
class PersonalRecords {

    private static final Map<String, String> EXPORTS =
            ordered("logins", """
            SELECT id, user_agent AS "userAgent", address, started_at AS "startedAt", used_at AS "usedAt",
                   expires_at AS "expiresAt", revoked_at AS "revokedAt"
            FROM session WHERE user_id = :user AND kind = 'LOGIN' ORDER BY started_at""", "apiTokens", """
            SELECT t.id, t.name, t.scopes, s.address, s.user_agent AS "userAgent", s.started_at AS "createdAt",
                   s.used_at AS "usedAt", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt"
            FROM api_token t JOIN session s ON s.id = t.id WHERE s.user_id = :user ORDER BY s.started_at""", "externalIdentities", """
            SELECT issuer, subject, linked_at AS "linkedAt"
            FROM external_identity WHERE user_id = :user ORDER BY linked_at""", "unsentMail", """
            SELECT recipient, subject, created_at AS "createdAt"
            FROM mail_outbox WHERE user_id = :user ORDER BY created_at""");

    /** API tokens and refresh tokens go with the sessions that they belong to. */
    private static final Map<String, String> ERASURES = ordered(
            "sessions", "DELETE FROM session WHERE user_id = :user",
            "externalIdentities", "DELETE FROM external_identity WHERE user_id = :user",
            "resetTokens", "DELETE FROM reset_token WHERE user_id = :user",
            "unsentMail", "DELETE FROM mail_outbox WHERE user_id = :user",
            "idempotencyKeys",
                    "DELETE FROM created_user_key WHERE user_id = :user OR result::jsonb ->> 'id' = :user::text",
            "resetRequests", """
                    DELETE FROM reset_request USING person
                    WHERE person.id = :user AND lower(reset_request.email) = person.email_key""",
            "credentials", """
                    UPDATE person SET password_hash = NULL, last_active_at = NULL
                    WHERE id = :user AND (password_hash IS NOT NULL OR last_active_at IS NOT NULL)""");

    /** The database keeps the audit log of a year, whoever asks. */
    private static final Map<String, String> EXPIRIES = ordered(
            "sessions", "DELETE FROM session WHERE expires_at < :before OR revoked_at < :before",
            "auditEntries", "DELETE FROM audit_entry WHERE at < :before AND at < now() - interval '366 days'");

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    PersonalRecords(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Transactional(readOnly = true)
    public Map<String, List<JsonNode>> export(UUID userId) {
        Map<String, List<JsonNode>> sections = new LinkedHashMap<>();
        EXPORTS.forEach((section, query) -> sections.put(
                section,
                jdbc
                        .sql("SELECT row_to_json(r)::text FROM (" + query + ") r")
                        .param("user", userId)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(mapper::readTree)
                        .toList()));
        return sections;
    }

    /**
     * Takes away what is kept; may be repeated.
     *
     * @throws DomainException 404 {@code user_not_found}; 409 {@code user_active}: tokens of sessions that nobody ended
     *     would go on without them
     */
    @Transactional
    public Map<String, Integer> erase(UUID userId) {
        boolean active = jdbc.sql("SELECT active FROM person WHERE id = :user FOR UPDATE")
                .param("user", userId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> DomainException.notFound("user"));
        if (active) {
            throw DomainException.conflict("user_active", "Deactivate the account before it is forgotten.");
        }
        return run(ERASURES, "user", userId);
    }

    @Transactional
    public Map<String, Integer> expire(Instant before) {
        return run(EXPIRIES, "before", before.atOffset(ZoneOffset.UTC));
    }

    private Map<String, Integer> run(Map<String, String> statements, String name, Object value) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        statements.forEach((section, statement) ->
                rows.put(section, jdbc.sql(statement).param(name, value).update()));
        return rows;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
