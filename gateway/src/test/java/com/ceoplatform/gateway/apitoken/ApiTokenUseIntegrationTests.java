package com.ceoplatform.gateway.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

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
class ApiTokenUseIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void standsForItsOwnerBehindTheGatewayWithinItsScopes() throws ParseException {
        Login login = gateway.loggedIn("manager", "sales");
        String token = login.makeToken("tasks:read").text("token");

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
        String token = login.makeToken("tasks:read").text("token");

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
        String everything = gateway.post(
                        "/api/v1/users/"
                                + gateway.get("/api/v1/users/me", gateway.ceo())
                                        .body()
                                        .get("id")
                                        .asString() + "/tokens",
                        gateway.ceo(),
                        Login.tokenRequest("all", com.ceoplatform.common.security.ApiScopes.ALL))
                .text("token");

        Answer refused = gateway.get(path, everything);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("insufficient_scope");
    }

    @Test
    void looksAtEachPartOfABatch() {
        Login login = gateway.loggedIn("staff", null);
        String token = login.makeToken("tasks:read").text("token");

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
        Answer made = login.makeToken("tasks:read");
        String token = made.text("token");
        assertThat(gateway.get("/api/v1/tasks", token).status()).isEqualTo(200);

        assertThat(gateway.delete(login.tokenPath(made), login.token()).status())
                .isEqualTo(204);

        assertThat(gateway.get("/api/v1/tasks", token).status()).isEqualTo(401);
        assertThat(outbox.types(made.body().get("id").asString())).containsExactly("session.revoked");
        assertThat(gateway.delete(login.tokenPath(made), login.token()).code()).isEqualTo("api_token_not_found");
        assertThat(gateway.get(login.path() + "/tokens", login.token()).body().get("items"))
                .isEmpty();
    }

    @Test
    void endsWithItsOwner() {
        Login login = gateway.loggedIn("staff", null);
        String token = login.makeToken("users:read").text("token");
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(200);

        gateway.delete(login.path(), gateway.ceo());

        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(401);
        gateway.patch(login.path(), gateway.ceo(), Map.of("active", true));
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(401);
    }

    @Test
    void outlivesAPasswordAndFollowsARole() {
        Login login = gateway.loggedIn("staff", null);
        String token = login.makeToken("users:read").text("token");
        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(200);

        gateway.patch(login.path(), gateway.ceo(), Map.of("role", "manager", "password", "a password of the CEO's"));

        Answer me = gateway.get("/api/v1/users/me", token);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("role").asString()).isEqualTo("manager");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        Login login = gateway.loggedIn("staff", null);
        Answer made = login.makeToken("users:read");
        jdbc.sql("UPDATE session SET expires_at = started_at WHERE id = :id")
                .param("id", UUID.fromString(made.body().get("id").asString()))
                .update();

        assertThat(gateway.get("/api/v1/users/me", made.text("token")).status()).isEqualTo(401);
        assertThat(gateway.get("/api/v1/users/me", "cpt_" + "x".repeat(43)).status())
                .isEqualTo(401);
    }

    @Test
    void opensWebSocketsToo() {
        Login login = gateway.loggedIn("staff", null);
        String token = login.makeToken("events:read").text("token");

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
        String token = login.makeToken("users:read").text("token");
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
}
