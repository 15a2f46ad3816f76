package com.ceoplatform.gateway.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class ApiTokenIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsATokenOnceAndKeepsItsHash() {
        Login login = gateway.loggedIn("staff", null);

        Answer made = login.makeToken("tasks:read", "messages:write");

        assertThat(made.status()).isEqualTo(201);
        String token = made.text("token");
        assertThat(token).startsWith("cpt_").hasSize(47);
        assertThat(made.header("Location")).isEqualTo(login.tokenPath(made));
        JsonNode listed = gateway.get(login.path() + "/tokens", login.token())
                .body()
                .get("items")
                .get(0);
        assertThat(listed.has("token")).isFalse();
        assertThat(listed.get("name").asString()).isEqualTo("my program");
        assertThat(listed.get("scopes").get(0).asString()).isEqualTo("messages:write");
        assertThat(listed.get("lastUsedAt").isNull()).isTrue();
        assertThat(jdbc.sql("SELECT hash FROM api_token").query(String.class).list())
                .noneMatch(hash -> hash.contains(token) || token.contains(hash));
    }

    @Test
    void refusesTokensThatMakeNoSense() {
        Login login = gateway.loggedIn("staff", null);
        String tokens = login.path() + "/tokens";

        assertThat(gateway.post(tokens, login.token(), Login.tokenRequest("x", List.of("everything")))
                        .status())
                .isEqualTo(422);
        assertThat(gateway.post(tokens, login.token(), Login.tokenRequest("x", List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(gateway.post(tokens, login.token(), Login.tokenRequest(" ", List.of("tasks:read")))
                        .status())
                .isEqualTo(422);
        Map<String, Object> past = Login.tokenRequest("x", List.of("tasks:read"));
        past.put("expiresAt", "2020-01-01T00:00:00Z");
        assertThat(gateway.post(tokens, login.token(), past).status()).isEqualTo(422);
        past.put("expiresAt", "2999-01-01T00:00:00Z");
        assertThat(gateway.post(tokens, login.token(), past).status()).isEqualTo(422);
        assertThat(gateway.post(tokens, null, Login.tokenRequest("x", List.of("tasks:read")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void limitsHowManyThereAreHoweverManyAreMadeAtTheSameMoment() {
        Login login = gateway.loggedIn("staff", null);

        List<Integer> made =
                InParallel.run(60, i -> login.makeToken("tasks:read").status());

        assertThat(made).filteredOn(status -> status == 201).hasSize(50);

        Answer refused = login.makeToken("tasks:read");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("too_many_tokens");
        assertThat(gateway.get(login.path() + "/tokens?limit=20", login.token())
                        .body()
                        .get("items"))
                .hasSize(20);
    }

    @Test
    void belongsToItsOwnerAlone() {
        Login login = gateway.loggedIn("staff", null);
        Login other = gateway.loggedIn("manager", null);
        Answer made = login.makeToken("tasks:read");

        for (String token : new String[] {other.token(), gateway.ceo()}) {
            assertThat(gateway.get(login.path() + "/tokens", token).status()).isEqualTo(403);
            assertThat(gateway.delete(login.tokenPath(made), token).status()).isEqualTo(403);
            assertThat(gateway.post(login.path() + "/tokens", token, Login.tokenRequest("x", List.of("tasks:read")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(gateway.delete(
                                other.path() + "/tokens/"
                                        + made.body().get("id").asString(),
                                other.token())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsTheCeoRunPrograms() {
        String ceo = gateway.ceo();
        Answer program =
                gateway.post("/api/v1/users", ceo, Map.of("kind", "service", "name", "Build robot", "role", "staff"));
        assertThat(program.status()).isEqualTo(201);
        assertThat(program.body().get("kind").asString()).isEqualTo("service");
        assertThat(program.body().get("email").asString()).endsWith("@service.invalid");
        String path = "/api/v1/users/" + program.body().get("id").asString();

        String token = gateway.post(path + "/tokens", ceo, Login.tokenRequest("ci", List.of("users:read")))
                .text("token");

        assertThat(gateway.get("/api/v1/users/me", token).body().get("name").asString())
                .isEqualTo("Build robot");
        assertThat(gateway.get("/api/v1/users?kind=service&q=build", ceo).body().get("items"))
                .isNotEmpty();
        assertThat(gateway.login(program.body().get("email").asString(), "anything at all")
                        .status())
                .isEqualTo(401);
        assertThat(gateway.patch(path, ceo, Map.of("role", "ceo")).status()).isEqualTo(422);
        assertThat(gateway.patch(path, ceo, Map.of("password", "a long enough secret"))
                        .status())
                .isEqualTo(422);
        assertThat(gateway.post("/api/v1/users", ceo, Map.of("kind", "service", "name", "x", "role", "ceo"))
                        .status())
                .isEqualTo(422);
    }
}
