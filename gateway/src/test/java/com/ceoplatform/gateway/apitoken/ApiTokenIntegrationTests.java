package com.ceoplatform.gateway.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class ApiTokenIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void showsATokenOnceAndKeepsItsHash() {
        Login login = gateway.loggedIn("staff", null);

        Answer made = create(login, "tasks:read", "messages:write");

        assertThat(made.status()).isEqualTo(201);
        String token = text(made);
        assertThat(token).startsWith("cpt_").hasSize(47);
        assertThat(made.header("Location")).isEqualTo(path(login, made));
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
    void standsForItsOwnerBehindTheGatewayWithinItsScopes() throws ParseException {
        Login login = gateway.loggedIn("manager", "sales");
        String token = text(create(login, "tasks:read"));

        Answer answer = gateway.get("/api/v1/tasks", token);

        assertThat(answer.status()).isEqualTo(200);
        String sent = answer.body().get("headers").get("authorization").asString();
        JWTClaimsSet claims =
                SignedJWT.parse(sent.substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(login.id());
        assertThat(claims.getStringClaim("scope")).isEqualTo("tasks:read");
        assertThat(claims.getStringClaim("role")).isEqualTo("manager");
        assertThat(claims.getExpirationTime().toInstant())
                .isBefore(Instant.now().plus(Duration.ofMinutes(6)));
        JsonNode listed = gateway.get(login.path() + "/tokens", login.token())
                .body()
                .get("items")
                .get(0);
        assertThat(listed.get("lastUsedAt").isNull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/v1/tasks,tasks:write",
        "GET,/api/v1/channels,channels:read",
        "GET,/api/v1/channels/1/messages,messages:read",
        "POST,/api/v1/voice/commands,voice:write",
        "GET,/api/v1/users,users:read"
    })
    void refusesWhatItsScopesDoNotAllow(String method, String path, String needed) {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "tasks:read"));

        Answer refused = gateway.send(
                method,
                path,
                token,
                java.net.http.HttpRequest.BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("insufficient_scope");
        assertThat(refused.header("WWW-Authenticate")).contains("scope=\"" + needed + "\"");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/auth/sessions", "/api/v1/audit", "/api/v1/users/me/tokens", "/actuator/metrics"})
    void neverDoesWhatTakesALogin(String path) {
        String everything = text(gateway.post(
                "/api/v1/users/"
                        + gateway.get("/api/v1/users/me", gateway.ceo())
                                .body()
                                .get("id")
                                .asString() + "/tokens",
                gateway.ceo(),
                request("all", com.ceoplatform.common.security.ApiScopes.ALL)));

        Answer refused = gateway.get(path, everything);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("insufficient_scope");
    }

    @Test
    void looksAtEachPartOfABatch() {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "tasks:read"));

        JsonNode parts = gateway.post(
                        "/api/v1/batch",
                        token,
                        Map.of(
                                "requests",
                                List.of(
                                        Map.of("id", "a", "method", "GET", "path", "/api/v1/tasks"),
                                        Map.of("id", "b", "method", "GET", "path", "/api/v1/channels"))))
                .body()
                .get("responses");

        assertThat(parts.get(0).get("status").asInt()).isEqualTo(200);
        assertThat(parts.get(1).get("status").asInt()).isEqualTo(403);
    }

    @Test
    void endsAtOnceWhenItIsRevoked() {
        Login login = gateway.loggedIn("staff", null);
        Answer made = create(login, "tasks:read");
        String token = text(made);
        assertThat(gateway.get("/api/v1/tasks", token).status()).isEqualTo(200);

        assertThat(gateway.delete(path(login, made), login.token()).status()).isEqualTo(204);

        assertThat(gateway.get("/api/v1/tasks", token).status()).isEqualTo(401);
        assertThat(outbox.types(made.body().get("id").asString())).containsExactly("session.revoked");
        assertThat(gateway.delete(path(login, made), login.token()).code()).isEqualTo("api_token_not_found");
        assertThat(gateway.get(login.path() + "/tokens", login.token()).body().get("items"))
                .isEmpty();
    }

    @Test
    void endsWithItsOwner() {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "users:read"));
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(200);

        gateway.delete(login.path(), gateway.ceo());

        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(401);
        gateway.patch(login.path(), gateway.ceo(), Map.of("active", true));
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(401);
    }

    @Test
    void outlivesAPasswordAndFollowsARole() {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "users:read"));
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(200);

        gateway.patch(login.path(), gateway.ceo(), Map.of("role", "manager", "password", "a password of the CEO's"));

        Answer me = gateway.get("/api/v1/users/me", token);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("role").asString()).isEqualTo("manager");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        Login login = gateway.loggedIn("staff", null);
        Answer made = create(login, "users:read");
        jdbc.sql("UPDATE session SET expires_at = started_at WHERE id = :id")
                .param("id", UUID.fromString(made.body().get("id").asString()))
                .update();

        assertThat(gateway.get("/api/v1/users/me", text(made)).status()).isEqualTo(401);
        assertThat(gateway.get("/api/v1/users/me", "cpt_" + "x".repeat(43)).status())
                .isEqualTo(401);
    }

    @Test
    void refusesTokensThatMakeNoSense() {
        Login login = gateway.loggedIn("staff", null);
        String tokens = login.path() + "/tokens";

        assertThat(gateway.post(tokens, login.token(), request("x", List.of("everything")))
                        .status())
                .isEqualTo(422);
        assertThat(gateway.post(tokens, login.token(), request("x", List.of())).status())
                .isEqualTo(422);
        assertThat(gateway.post(tokens, login.token(), request(" ", List.of("tasks:read")))
                        .status())
                .isEqualTo(422);
        Map<String, Object> past = request("x", List.of("tasks:read"));
        past.put("expiresAt", "2020-01-01T00:00:00Z");
        assertThat(gateway.post(tokens, login.token(), past).status()).isEqualTo(422);
        past.put("expiresAt", "2999-01-01T00:00:00Z");
        assertThat(gateway.post(tokens, login.token(), past).status()).isEqualTo(422);
        assertThat(gateway.post(tokens, null, request("x", List.of("tasks:read")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void limitsHowManyThereAreHoweverManyAreMadeAtTheSameMoment() {
        Login login = gateway.loggedIn("staff", null);

        List<Integer> made = InParallel.run(60, i -> create(login, "tasks:read").status());

        assertThat(made).filteredOn(status -> status == 201).hasSize(50);

        Answer refused = create(login, "tasks:read");

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
        Answer made = create(login, "tasks:read");

        for (String token : new String[] {other.token(), gateway.ceo()}) {
            assertThat(gateway.get(login.path() + "/tokens", token).status()).isEqualTo(403);
            assertThat(gateway.delete(path(login, made), token).status()).isEqualTo(403);
            assertThat(gateway.post(login.path() + "/tokens", token, request("x", List.of("tasks:read")))
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

        String token = text(gateway.post(path + "/tokens", ceo, request("ci", List.of("users:read"))));

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

    @Test
    void opensWebSocketsToo() {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "events:read"));

        java.net.http.WebSocket socket = gateway.http()
                .newWebSocketBuilder()
                .subprotocols("ceo.realtime.v1", "bearer." + token)
                .buildAsync(gateway.webSocket("/ws"), new java.net.http.WebSocket.Listener() {})
                .join();

        assertThat(socket.getSubprotocol()).isEqualTo("ceo.realtime.v1");
        socket.abort();
    }

    @Test
    void asksTheDatabaseOnceForManyRequests() {
        Login login = gateway.loggedIn("staff", null);
        String token = text(create(login, "users:read"));
        gateway.get("/api/v1/users/me", token);
        double hits = hits();

        for (int i = 0; i < 20; i++) {
            gateway.get("/api/v1/users/me", token);
        }

        assertThat(hits() - hits).isEqualTo(20);
    }

    private double hits() {
        return meters.get("cache.gets")
                .tag("cache", "api_tokens")
                .tag("result", "hit")
                .functionCounter()
                .count();
    }

    private Answer create(Login login, String... scopes) {
        return gateway.post(login.path() + "/tokens", login.token(), request("my program", List.of(scopes)));
    }

    private static Map<String, Object> request(String name, java.util.Collection<String> scopes) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("scopes", scopes);
        return request;
    }

    private static String text(Answer made) {
        assertThat(made.status()).isEqualTo(201);
        return made.body().get("token").asString();
    }

    private static String path(Login login, Answer made) {
        return login.path() + "/tokens/" + made.body().get("id").asString();
    }
}
