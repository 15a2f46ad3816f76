package com.ceoplatform.gateway.user;

import static com.ceoplatform.gateway.support.GatewayClient.PASSWORD;
import static com.ceoplatform.gateway.support.GatewayClient.person;
import static com.ceoplatform.gateway.support.GatewayClient.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class UserIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void letsOnlyTheCeoAddAndChangeOthers() {
        JsonNode staff = gateway.somebody("staff", "sales");
        JsonNode manager = gateway.somebody("manager", "sales");
        String token = login(manager);

        assertThat(gateway.post("/api/v1/users", token, person(Map.of())).status())
                .isEqualTo(403);
        assertThat(gateway.patch(path(staff), token, Map.of("name", "X")).status())
                .isEqualTo(403);
        assertThat(gateway.delete(path(staff), token).status()).isEqualTo(403);
        assertThat(gateway.patch(path(manager), token, Map.of("role", "ceo")).status())
                .isEqualTo(403);
        assertThat(gateway.get(path(staff), token).status()).isEqualTo(200);
    }

    @Test
    void letsPeopleChangeTheirOwnNameAndPassword() {
        JsonNode user = gateway.somebody("staff", null);
        String token = login(user);
        String other = login(user);

        Answer renamed =
                gateway.patch(path(user), token, Map.of("name", "New Name", "timezone", "Asia/Tokyo", "locale", "ja"));
        assertThat(renamed.status()).isEqualTo(200);
        OutboxProbe.Row event = outbox.last(user.get("id").asString(), "user.updated");
        GoldenEvents.assertMatches("user.updated", event.payload());
        assertThat(event.payload().get("changed").get("name").get("from").asString())
                .isEqualTo("Sam Body");
        Answer ownZone = gateway.patch("/api/v1/users/me", token, Map.of("timezone", "Europe/Oslo"));
        assertThat(ownZone.text("id")).isEqualTo(user.get("id").asString());
        assertThat(ownZone.text("timezone")).isEqualTo("Europe/Oslo");

        Map<String, Object> newPassword = new LinkedHashMap<>(Map.of("password", "another long secret"));
        assertThat(gateway.patch(path(user), token, newPassword).status()).isEqualTo(422);
        newPassword.put("currentPassword", PASSWORD);
        assertThat(gateway.patch(path(user), token, newPassword).status()).isEqualTo(200);

        assertThat(gateway.get("/api/v1/users/me", token).status()).isEqualTo(200);
        assertThat(gateway.get("/api/v1/users/me", other).status()).isEqualTo(401);
        assertThat(gateway.login(user.get("email").asString(), "another long secret")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.login(user.get("email").asString(), PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAStaleWrite() {
        JsonNode user = gateway.somebody("staff", null);
        String ceo = gateway.ceo();
        Answer read = gateway.get(path(user), ceo);

        assertThat(gateway.patch(path(user), ceo, Map.of("name", "A"), "If-Match", read.etag())
                        .status())
                .isEqualTo(200);
        Answer stale = gateway.patch(path(user), ceo, Map.of("name", "B"), "If-Match", read.etag());

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(gateway.get(path(user), ceo, "If-None-Match", "\"1\"").status())
                .isEqualTo(304);
    }

    @Test
    void voidsAccessTokensWhoseClaimsAreNoLongerTrueAndKeepsTheLogin() {
        JsonNode user = gateway.somebody("staff", "sales");
        Answer login = gateway.login(user.get("email").asString(), PASSWORD);

        assertThat(gateway.patch(path(user), gateway.ceo(), Map.of("role", "manager"))
                        .status())
                .isEqualTo(200);

        assertThat(gateway.get("/api/v1/users/me", token(login)).status()).isEqualTo(401);
        Answer refreshed = gateway.post(
                "/api/v1/auth/refresh",
                null,
                Map.of("refreshToken", login.body().get("refreshToken").asString()));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(gateway.get("/api/v1/users/me", token(refreshed))
                        .body()
                        .get("role")
                        .asString())
                .isEqualTo("manager");
    }

    @Test
    void throwsOutWhoIsDeactivated() {
        JsonNode user = gateway.somebody("staff", null);
        Answer login = gateway.login(user.get("email").asString(), PASSWORD);

        assertThat(gateway.delete(path(user), gateway.ceo()).status()).isEqualTo(204);

        assertThat(gateway.get("/api/v1/users/me", token(login)).status()).isEqualTo(401);
        assertThat(gateway.login(user.get("email").asString(), PASSWORD).code()).isEqualTo("invalid_credentials");
        OutboxProbe.Row event = outbox.last(user.get("id").asString(), "user.deactivated");
        GoldenEvents.assertMatches("user.deactivated", event.payload());
        Answer read = gateway.get(path(user), gateway.ceo());
        assertThat(read.body().get("active").asBoolean()).isFalse();
        assertThat(gateway.patch(path(user), gateway.ceo(), Map.of("active", true))
                        .status())
                .isEqualTo(200);
        assertThat(gateway.login(user.get("email").asString(), PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheLastCeo() {
        JsonNode me = gateway.get("/api/v1/users/me", gateway.ceo()).body();

        assertThat(gateway.delete(path(me), gateway.ceo()).code()).isEqualTo("last_ceo");
        assertThat(gateway.patch(path(me), gateway.ceo(), Map.of("role", "staff"))
                        .code())
                .isEqualTo("last_ceo");
    }

    @Test
    void refusesManagersInACircle() {
        JsonNode boss = gateway.somebody("manager", null);
        JsonNode report = gateway.somebody("staff", null);
        String ceo = gateway.ceo();
        assertThat(gateway.patch(
                                path(report),
                                ceo,
                                Map.of("managerId", boss.get("id").asString()))
                        .status())
                .isEqualTo(200);

        assertThat(gateway.patch(
                                path(boss),
                                ceo,
                                Map.of("managerId", report.get("id").asString()))
                        .status())
                .isEqualTo(422);
        assertThat(gateway.patch(
                                path(boss),
                                ceo,
                                Map.of("managerId", boss.get("id").asString()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void listsPeopleByNameAPageAtATime() {
        String department = "d" + UUID.randomUUID();
        for (String name : List.of("bea", "Ada", "Cy_%", "dan")) {
            gateway.post("/api/v1/users", gateway.ceo(), person(Map.of("name", name, "department", department)));
        }
        String ceo = gateway.ceo();
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = gateway.get("/api/v1/users?limit=3&department=" + department + cursor, ceo)
                    .body();
            page.get("items").forEach(user -> names.add(user.get("name").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(names).containsExactly("Ada", "bea", "Cy_%", "dan");
        String search = "/api/v1/users?department=" + department + "&q=";
        assertThat(gateway.get(search + "CY_%25", ceo).body().get("items")).hasSize(1);
        assertThat(gateway.get(search + "%25", ceo).body().get("items")).hasSize(1);
        assertThat(gateway.get(search + "a&role=staff", ceo).body().get("items"))
                .isNotEmpty();
        assertThat(gateway.get(search + "a&role=ceo", ceo).body().get("items")).isEmpty();
        assertThat(gateway.get(search + "&role=&kind=&managerId=&limit=", ceo).items("name"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=%21", "?role=king", "/no-uuid"})
    void refusesParametersThatMakeNoSense(String parameters) {
        Answer refused = gateway.get("/api/v1/users" + parameters, gateway.ceo());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_parameter");
    }

    @Test
    void knowsNobodyByAnUnknownId() {
        Answer unknown = gateway.get("/api/v1/users/" + UUID.randomUUID(), gateway.ceo());

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("user_not_found");
    }

    private String login(JsonNode user) {
        return token(gateway.login(user.get("email").asString(), PASSWORD));
    }

    private static String path(JsonNode user) {
        return "/api/v1/users/" + user.get("id").asString();
    }
}
