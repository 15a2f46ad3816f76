package com.ceoplatform.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class AuditIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog log;

    @Test
    void tellsTheWholeStoryOfAnAccount() {
        Login login = gateway.loggedIn("staff", "sales");
        String ceo = gateway.ceo();
        gateway.login(login.email(), "wrong");
        login.refresh();
        login.refresh();
        gateway.patch(login.path(), ceo, Map.of("role", "manager", "name", "Of no interest"));
        gateway.patch(login.path(), ceo, Map.of("email", UUID.randomUUID() + "@example.com"));
        gateway.patch(login.path(), ceo, Map.of("password", "a password of the CEO's"));
        gateway.delete(login.path(), ceo);
        gateway.patch(login.path(), ceo, Map.of("active", true));

        List<JsonNode> story = about(login.id());

        assertThat(story)
                .extracting(entry -> entry.get("type").asString())
                .containsExactly(
                        "user_created",
                        "signed_in",
                        "sign_in_failed",
                        "refresh_token_reused",
                        "rights_changed",
                        "email_changed",
                        "password_changed",
                        "user_deactivated",
                        "user_reactivated");
        JsonNode rights = story.get(4);
        assertThat(rights.get("details").get("role").get("from").asString()).isEqualTo("staff");
        assertThat(rights.get("details").get("role").get("to").asString()).isEqualTo("manager");
        assertThat(rights.get("details").has("name")).isFalse();
        assertThat(rights.get("actorId").asString())
                .isEqualTo(gateway.get("/api/v1/users/me", ceo).body().get("id").asString());
        assertThat(story.toString()).doesNotContain(login.email());
        JsonNode failed = story.get(2);
        assertThat(failed.get("details").get("reason").asString()).isEqualTo("wrong_password");
        assertThat(failed.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(failed.get("userAgent").asString()).startsWith("Java-http-client");
        assertThat(failed.get("requestId").asString()).hasSize(36);
        assertThat(failed.get("actorId").isNull()).isTrue();
    }

    @Test
    void tellsOfTokensSessionsAndPasswords() {
        Login login = gateway.loggedIn("staff", null);
        Answer made = gateway.post(
                login.path() + "/tokens", login.token(), Map.of("name", "ci", "scopes", List.of("tasks:read")));
        gateway.delete(login.path() + "/tokens/" + made.body().get("id").asString(), login.token());
        login.again();
        gateway.delete("/api/v1/auth/sessions", login.token());
        gateway.post(
                "/api/v1/auth/password",
                login.token(),
                Map.of("currentPassword", GatewayClient.PASSWORD, "newPassword", "quite another secret"));
        gateway.post("/api/v1/auth/logout", login.token(), "");

        List<JsonNode> story = about(login.id());

        assertThat(story)
                .extracting(entry -> entry.get("type").asString())
                .containsExactly(
                        "user_created",
                        "signed_in",
                        "api_token_created",
                        "api_token_revoked",
                        "signed_in",
                        "session_revoked",
                        "password_changed",
                        "signed_out");
        assertThat(story.toString())
                .doesNotContain(made.body().get("token").asString())
                .doesNotContain("quite another secret");
    }

    @Test
    void tellsWhenAnAddressIsLocked() {
        Login login = gateway.loggedIn("staff", null);
        jdbc.sql("INSERT INTO login_failure (email_hash, failures, failed_at) VALUES (:hash, 9, now())")
                .param("hash", com.ceoplatform.gateway.token.Secret.hash(login.email()))
                .update();

        gateway.login(login.email(), "wrong");

        assertThat(about(login.id()))
                .extracting(entry -> entry.get("type").asString())
                .containsExactly("user_created", "signed_in", "sign_in_failed", "locked_out");
        assertThat(gateway.login(login.email(), GatewayClient.PASSWORD).status())
                .isEqualTo(429);
    }

    @Test
    void narrowsDownByTypeAndTime() {
        Login login = gateway.loggedIn("staff", null);
        Instant later = Instant.now().plusSeconds(60);
        String ceo = gateway.ceo();
        String audit = "/api/v1/audit?userId=" + login.id();

        assertThat(gateway.get(audit + "&type=signed_in", ceo).body().get("items"))
                .hasSize(1);
        assertThat(gateway.get(audit + "&from=" + later, ceo).body().get("items"))
                .isEmpty();
        assertThat(gateway.get(audit + "&to=" + later, ceo).body().get("items")).hasSize(2);
        assertThat(gateway.get("/api/v1/audit?type=sign_in_failed&limit=1", ceo).status())
                .isEqualTo(200);
    }

    @Test
    void isForTheCeoAlone() {
        assertThat(gateway.get(
                                "/api/v1/audit",
                                gateway.loggedIn("manager", null).token())
                        .status())
                .isEqualTo(403);
        assertThat(gateway.get("/api/v1/audit", null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?type=king",
                "?userId=x",
                "?from=yesterday",
                "?from=%2B999999999-12-31T00:00:00Z",
                "?to=1764547200",
                "?cursor=x",
                "?limit=0"
            })
    void refusesParametersThatMakeNoSense(String parameters) {
        Answer refused = gateway.get("/api/v1/audit" + parameters, gateway.ceo());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM audit_entry", "UPDATE audit_entry SET type = 'x'", "TRUNCATE audit_entry"})
    void isOnlyEverAppendedTo(String sql) {
        gateway.ceo();

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("only ever appended to");
    }

    @Test
    void letsGoOfOldLinesOnly() {
        UUID old = UUID.randomUUID();
        jdbc.sql("INSERT INTO audit_entry (id, type, details, at)"
                        + " VALUES (:id, 'signed_in', '{}', now() - interval '3 years')")
                .param("id", old)
                .update();
        Login login = gateway.loggedIn("staff", null);

        log.forgetOld();

        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE id = :id")
                        .param("id", old)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(about(login.id())).hasSize(2);
    }

    private List<JsonNode> about(String userId) {
        List<JsonNode> story = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = gateway.get("/api/v1/audit?limit=3&userId=" + userId + cursor, gateway.ceo())
                    .body();
            page.get("items").forEach(story::addFirst);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return story;
    }
}
