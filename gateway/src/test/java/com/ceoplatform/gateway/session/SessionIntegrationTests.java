package com.ceoplatform.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class SessionIntegrationTests {

    private static final String SESSIONS = "/api/v1/auth/sessions";

    @Autowired
    private GatewayClient gateway;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void listsWhereSomebodyIsLoggedIn() {
        Login first = gateway.loggedIn("staff", null);
        Login second = first.again();

        JsonNode items = gateway.get(SESSIONS, second.token()).body().get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("current").asBoolean()).isTrue();
        assertThat(items.get(1).get("current").asBoolean()).isFalse();
        assertThat(items.get(0).get("device").asString()).isEqualTo("Java client");
        assertThat(items.get(0).get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(items.get(0).has("refreshToken")).isFalse();
    }

    @Test
    void movesALoginUpWhenItIsUsed() {
        Login first = gateway.loggedIn("staff", null);
        Login second = first.again();

        assertThat(first.refresh().status()).isEqualTo(200);

        JsonNode items = gateway.get(SESSIONS, second.token()).body().get("items");
        assertThat(items.get(1).get("current").asBoolean()).isTrue();
    }

    @Test
    void listsAPageAtATime() {
        Login login = gateway.loggedIn("staff", null);
        for (int i = 0; i < 4; i++) {
            login.again();
        }
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    gateway.get(SESSIONS + "?limit=2" + cursor, login.token()).body();
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(gateway.get(SESSIONS + "?cursor=x", login.token()).status()).isEqualTo(400);
        assertThat(gateway.get(SESSIONS, null).status()).isEqualTo(401);
    }

    @Test
    void endsOneLoginAtOnceAndTellsEverybody() throws ParseException {
        Login lost = gateway.loggedIn("staff", null);
        Login mine = lost.again();
        String id = gateway.get(SESSIONS, mine.token())
                .body()
                .get("items")
                .get(1)
                .get("id")
                .asString();

        assertThat(gateway.delete(SESSIONS + "/" + id, mine.token()).status()).isEqualTo(204);

        assertThat(lost.status()).isEqualTo(401);
        assertThat(lost.refresh().status()).isEqualTo(401);
        assertThat(mine.status()).isEqualTo(200);
        String session = SignedJWT.parse(lost.token()).getJWTClaimsSet().getStringClaim("sid");
        assertThat(outbox.types(session)).containsExactly("session.revoked");
        assertThat(gateway.delete(SESSIONS + "/" + id, mine.token()).code()).isEqualTo("session_not_found");
    }

    @Test
    void hidesTheLoginsOfOthers() {
        Login other = gateway.loggedIn("staff", null);
        Login me = gateway.loggedIn("manager", null);
        String id = gateway.get(SESSIONS, other.token())
                .body()
                .get("items")
                .get(0)
                .get("id")
                .asString();

        assertThat(gateway.delete(SESSIONS + "/" + id, me.token()).status()).isEqualTo(404);
        assertThat(gateway.delete(SESSIONS + "/" + UUID.randomUUID(), me.token())
                        .status())
                .isEqualTo(404);
        assertThat(gateway.get(other.path() + "/sessions", me.token()).status()).isEqualTo(403);
        assertThat(gateway.delete(other.path() + "/sessions", me.token()).status())
                .isEqualTo(403);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void endsAllOthersAndKeepsTheOneThatAsks() {
        Login first = gateway.loggedIn("staff", null);
        Login second = first.again();
        Login mine = first.again();

        assertThat(gateway.delete(SESSIONS, mine.token()).status()).isEqualTo(204);

        assertThat(first.status()).isEqualTo(401);
        assertThat(second.status()).isEqualTo(401);
        assertThat(mine.status()).isEqualTo(200);
    }

    @Test
    void letsTheCeoLogSomebodyOut() {
        Login login = gateway.loggedIn("staff", null);
        String ceo = gateway.ceo();

        assertThat(gateway.get(login.path() + "/sessions", ceo).body().get("items"))
                .hasSize(1);
        assertThat(gateway.delete(login.path() + "/sessions", ceo).status()).isEqualTo(204);

        assertThat(login.status()).isEqualTo(401);
        assertThat(gateway.get(login.path() + "/sessions", ceo).body().get("items"))
                .isEmpty();
    }

    @Test
    void givesOneRefreshTokenOutOnceHoweverManyAskAtTheSameMoment() {
        Login login = gateway.loggedIn("staff", null);

        List<Answer> answers =
                IntStream.range(0, 8).parallel().mapToObj(i -> login.refresh()).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(7);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(gateway.get("/api/v1/users/me", GatewayClient.token(winner)).status())
                .isEqualTo(401);
    }
}
