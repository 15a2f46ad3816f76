package com.ceoplatform.realtime;

import static com.ceoplatform.realtime.support.Client.error;
import static com.ceoplatform.realtime.support.Client.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.realtime.support.ChannelServiceStandIn;
import com.ceoplatform.realtime.support.Client;
import com.ceoplatform.realtime.support.Payloads;
import com.ceoplatform.realtime.support.Replica;
import com.ceoplatform.realtime.support.SilentClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectionIntegrationTests {

    private static final TestEvents EVENTS = new TestEvents();
    private static final ChannelServiceStandIn CHANNELS = new ChannelServiceStandIn();
    private static Replica replica;

    private final UUID sarah = Ids.next();

    @BeforeAll
    static void start() {
        replica = Replica.start(
                CHANNELS,
                "platform.realtime.delivery.resume-grace=20ms",
                "platform.realtime.connection.per-user=3",
                "platform.realtime.connection.heartbeat=1s",
                "platform.realtime.connection.expiry-notice=2s");
    }

    @AfterAll
    static void stop() {
        replica.close();
        CHANNELS.close();
        EVENTS.close();
    }

    private String token() {
        return TestTokens.of(sarah, Role.STAFF, null);
    }

    private Client connect() {
        return Client.connect(replica.socket(), token());
    }

    @Test
    void refusesAHandshakeWithoutAValidTokenAsAProblem() throws Exception {
        List<String> refused = List.of(
                "",
                "nonsense",
                TestTokens.forUser(sarah).forged().issue(),
                TestTokens.forUser(sarah).issuer("somebody").issue(),
                TestTokens.forUser(sarah).audience("another").issue(),
                TestTokens.forUser(sarah).life(Duration.ofMinutes(-1)).issue());
        for (String token : refused) {
            assertThat(SilentClient.refusal(replica.socket(), token))
                    .startsWith("HTTP/1.1 401")
                    .contains("application/problem+json", "\"code\":\"unauthenticated\"");
        }
    }

    @Test
    void takesNoTokenFromTheQueryAndAnswersPlainRequestsWithAProblem() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest inQuery = HttpRequest.newBuilder(
                            replica.http("/ws?access_token=" + token() + "&token=" + token()))
                    .build();
            HttpRequest plain = HttpRequest.newBuilder(replica.http("/ws"))
                    .header("Authorization", "Bearer " + token())
                    .build();
            HttpRequest elsewhere =
                    HttpRequest.newBuilder(replica.http("/anything")).build();

            assertThat(http.send(inQuery, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
            assertThat(http.send(plain, BodyHandlers.ofString()).statusCode()).isEqualTo(426);
            assertThat(http.send(elsewhere, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesABrowsersTokenAsASubProtocolAndTellsItWhyNot() {
        try (Client valid = Client.browser(replica.socket(), token());
                Client expired = Client.browser(
                        replica.socket(),
                        TestTokens.forUser(sarah).life(Duration.ofMinutes(-1)).issue())) {
            valid.await(frame -> Client.is(frame, "welcome"));

            assertThat(valid.protocol()).isEqualTo("ceo.realtime.v1");
            assertThat(expired.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void warnsBeforeTheTokenExpiresAndThenEndsTheConnection() {
        String shortLived =
                TestTokens.forUser(sarah).life(Duration.ofSeconds(4)).issue();
        try (Client client = Client.connect(replica.socket(), shortLived)) {
            assertThat(client.await(frame -> Client.is(frame, "auth_expiring"))
                            .get("inSeconds")
                            .intValue())
                    .isLessThanOrEqualTo(2);
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void livesOnWithANewerTokenOfTheSameUserOnly() {
        String shortLived =
                TestTokens.forUser(sarah).life(Duration.ofSeconds(4)).issue();
        try (Client client = Client.connect(replica.socket(), shortLived);
                Client stubborn = Client.connect(replica.socket(), shortLived)) {
            client.send(Map.of("type", "authenticate", "token", token()));
            stubborn.send(Map.of("type", "authenticate", "token", TestTokens.of(Ids.next(), Role.CEO, null)));
            stubborn.await(error("invalid_token"));

            assertThat(stubborn.closeCode()).isEqualTo(4401);
            client.settle();
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void endsTheConnectionsOfARevokedSessionAtOnceAndLetsItInNoMore() {
        String session = Ids.next().toString();
        String token = TestTokens.forUser(sarah).session(session).issue();
        try (Client client = Client.connect(replica.socket(), token);
                Client otherSession = connect()) {
            EVENTS.send(
                    Topic.SESSIONS,
                    "session.revoked",
                    session,
                    Map.of("sessionId", session, "tokensExpireAt", Instant.parse("2100-01-01T00:00:00Z")));

            assertThat(client.closeCode()).isEqualTo(4403);
            assertThat(otherSession.isOpen()).isTrue();
            try (Client again = Client.browser(replica.socket(), token)) {
                assertThat(again.closeCode()).isEqualTo(4403);
            }
        }
    }

    @Test
    void endsTheConnectionsOfADeactivatedUser() {
        try (Client client = connect()) {
            Map<String, Object> user = Payloads.user(sarah, null);
            user.put("active", false);
            EVENTS.send(Topic.USERS, "user.deactivated", sarah, user);

            assertThat(client.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void endsWhatIsNotTheProtocol() {
        try (Client noJson = connect();
                Client binary = connect();
                Client oversize = connect()) {
            noJson.sendText("{\"type\":");
            binary.sendBinary();
            oversize.sendText("{\"type\":\"ping\",\"padding\":\"" + "x".repeat(20_000) + "\"}");

            assertThat(noJson.closeCode()).isEqualTo(4400);
            assertThat(binary.closeCode()).isEqualTo(4400);
            assertThat(oversize.closeCode()).isEqualTo(4400);
            assertThat(noJson.has(error("malformed_frame"))).isTrue();
            assertThat(oversize.has(error("frame_too_large"))).isTrue();
        }
    }

    @Test
    void toleratesWhatItDoesNotUnderstand() {
        try (Client client = connect()) {
            client.sendText("{\"type\":\"dance\"}");
            client.await(error("unknown_type"));
            client.sendText("{\"type\":\"subscribe\",\"feed\":\"everything\"}");
            client.sendText("{\"type\":\"resume\",\"positions\":{\"a\":\"b\"}}");
            client.sendText("{\"type\":\"presence\",\"status\":\"asleep\"}");
            client.sendText("{\"type\":\"typing\",\"channelId\":\"1-1-1-1-1\"}");
            client.settle();

            assertThat(client.count(error("invalid_frame"))).isEqualTo(4);
        }
    }

    @Test
    void refusesOneConnectionTooMany() {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                clients.add(connect());
            }
            Client tooMany = Client.open(replica.socket(), token());
            clients.add(tooMany);

            assertThat(tooMany.closeCode()).isEqualTo(4429);
            assertThat(clients.getFirst().isOpen()).isTrue();
        } finally {
            clients.forEach(Client::close);
        }
    }

    @Test
    void sendsCheckpointsWithTheHeartbeatAndEndsSilentConnections() throws Exception {
        try (Client living = connect();
                SilentClient silent = SilentClient.connect(replica.socket(), token())) {
            living.await(frame -> Client.is(frame, "checkpoint"));

            assertThat(silent.closeCode()).isEqualTo(4408);
            assertThat(living.isOpen()).isTrue();
        }
    }

    @Test
    void sendsClientsAwayWhenTheirChannelsCannotBeKnown() {
        CHANNELS.setBroken(true);
        try (Client client = Client.open(replica.socket(), token())) {
            assertThat(client.closeCode()).isEqualTo(1001);
        } finally {
            CHANNELS.setBroken(false);
        }
    }

    @Test
    void saysGoodbyeWhenItGoes() {
        Replica leaving = Replica.start(CHANNELS);
        try (Client client = Client.connect(leaving.socket(), token())) {
            leaving.close();

            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void measuresWhatItDoes() throws Exception {
        try (Client client = connect();
                HttpClient http = HttpClient.newHttpClient()) {
            UUID task = Ids.next();
            EVENTS.send(Topic.TASKS, "task.created", task, Payloads.task(task, sarah, java.util.Set.of(), null));
            client.await(event("task.created", task));
            String metrics = http.send(
                            HttpRequest.newBuilder(replica.http("/actuator/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(metrics)
                    .contains("realtime_connections", "realtime_frames_out_total", "realtime_log_lag")
                    .containsPattern("realtime_broadcast_seconds_bucket\\{.*le=\"0.03\"");
        }
    }
}
