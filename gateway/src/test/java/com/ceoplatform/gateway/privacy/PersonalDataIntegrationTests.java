package com.ceoplatform.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayIntegrationTest
class PersonalDataIntegrationTests {

    private static final List<String> LEFTOVERS = List.of(
            "SELECT count(*) FROM session WHERE user_id = :user",
            "SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.user_id = :user",
            "SELECT count(*) FROM api_token t JOIN session s ON s.id = t.id WHERE s.user_id = :user",
            "SELECT count(*) FROM external_identity WHERE user_id = :user",
            "SELECT count(*) FROM reset_token WHERE user_id = :user",
            "SELECT count(*) FROM mail_outbox WHERE user_id = :user",
            "SELECT count(*) FROM created_user_key WHERE result LIKE '%' || :user || '%'",
            "SELECT count(*) FROM person WHERE id = :user AND password_hash IS NOT NULL");

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void handsOutWhatItKeepsOfAPerson() {
        Login login = withEverything();

        Answer data = gateway.get("/admin/personal-data/" + login.id(), gateway.ceo());

        assertThat(data.status()).isEqualTo(200);
        assertThat(data.texts("logins", "address")).containsExactly("127.0.0.1");
        assertThat(data.texts("logins", "userAgent").getFirst()).startsWith("Java-http-client");
        assertThat(data.texts("apiTokens", "name")).containsExactly("my script");
        assertThat(data.texts("externalIdentities", "subject")).containsExactly("subject of " + login.id());
        assertThat(data.content()).doesNotContain("hash");
    }

    @Test
    void forgetsWhoIsDeactivatedAndSaysWhatThatWas() {
        Login login = withEverything();
        String ceo = gateway.ceo();
        gateway.delete(login.path(), ceo);

        Answer forgotten = gateway.delete("/admin/personal-data/" + login.id(), ceo);

        assertThat(forgotten.status()).isEqualTo(200);
        assertThat(forgotten.at("/rows/sessions").asInt()).isEqualTo(2);
        assertThat(forgotten.at("/rows/externalIdentities").asInt()).isEqualTo(1);
        assertThat(LEFTOVERS).allSatisfy(sql -> assertThat(count(sql, login)).isZero());
        assertThat(gateway.get(login.path(), ceo).text("lastActiveAt")).isEmpty();

        Answer again = gateway.delete("/admin/personal-data/" + login.id(), ceo);
        assertThat(again.body().path("rows").valueStream().mapToInt(rows -> rows.asInt()))
                .containsOnly(0);
    }

    @Test
    void forgetsNobodyWhoIsStillHere() {
        Login login = gateway.loggedIn("staff", null);

        Answer refused = gateway.delete("/admin/personal-data/" + login.id(), gateway.ceo());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("user_active");
        assertThat(login.status()).isEqualTo(200);
        Answer nobody = gateway.delete("/admin/personal-data/" + UUID.randomUUID(), gateway.ceo());
        assertThat(nobody.code()).isEqualTo("user_not_found");
    }

    @Test
    void deletesSessionsThatEndedLongAgoOnly() {
        Login login = gateway.loggedIn("staff", null);
        login.again();
        gateway.delete("/api/v1/auth/sessions", login.token());
        jdbc.sql(
                        "UPDATE session SET revoked_at = now() - interval '40 days' WHERE user_id = :user AND revoked_at < now()")
                .param("user", UUID.fromString(login.id()))
                .update();

        Answer done = retain(Instant.now().minus(Duration.ofDays(30)).toString());

        assertThat(done.at("/rows/sessions").asInt()).isPositive();
        assertThat(count(LEFTOVERS.getFirst(), login)).isEqualTo(1);
        assertThat(login.status()).isEqualTo(200);
        assertThat(retain(Instant.now().toString()).code()).isEqualTo("invalid_parameter");
        assertThat(retain("yesterday").status()).isEqualTo(400);
    }

    @Test
    void isForLoginsOfTheCeoAlone() {
        Login login = gateway.loggedIn("manager", "sales");
        String path = "/admin/personal-data/" + login.id();

        assertThat(gateway.get(path, login.token()).status()).isEqualTo(403);
        assertThat(gateway.delete(path, login.token()).status()).isEqualTo(403);
        assertThat(gateway.get(path, null).status()).isEqualTo(401);
        String ceo = gateway.ceo();
        String own = "/api/v1/users/" + gateway.get("/api/v1/users/me", ceo).id() + "/tokens";
        Answer token = gateway.post(own, ceo, Map.of("name", "all", "scopes", List.of("users:read", "users:write")));
        assertThat(gateway.get(path, token.text("token")).status()).isEqualTo(403);
    }

    private Login withEverything() {
        Login login = gateway.loggedIn("staff", null);
        gateway.post(
                login.path() + "/tokens", login.token(), Map.of("name", "my script", "scopes", List.of("tasks:read")));
        UUID user = UUID.fromString(login.id());
        jdbc.sql("INSERT INTO external_identity VALUES ('https://issuer.example', :subject, :user, now())")
                .param("subject", "subject of " + user)
                .param("user", user)
                .update();
        jdbc.sql("INSERT INTO created_user_key VALUES (:other, :key, 'hash', :result, now())")
                .param("other", UUID.randomUUID())
                .param("key", user.toString())
                .param("result", "{\"id\":\"" + user + "\"}")
                .update();
        jdbc.sql("INSERT INTO mail_outbox VALUES (:id, :user, 'x', 'x', 'x', 'x', 0, now() + interval '1 day', now())")
                .param("id", UUID.randomUUID())
                .param("user", user)
                .update();
        return login;
    }

    private Answer retain(String before) {
        return gateway.post("/admin/retention?before=" + before, gateway.ceo(), "");
    }

    private int count(String sql, Login login) {
        boolean text = sql.contains("LIKE");
        return jdbc.sql(sql)
                .param("user", text ? login.id() : UUID.fromString(login.id()))
                .query(Integer.class)
                .single();
    }
}
