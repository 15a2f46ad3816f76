package com.ceoplatform.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Receiver;
import com.ceoplatform.notification.testing.Receiver.Call;
import com.ceoplatform.notification.testing.Receiver.Reply;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class PushIntegrationTests {

    private static final String PATH = "/notifications/subscriptions";

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Receiver service;

    private final Browser browser = new Browser();
    private final String place = Ids.next().toString();
    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        api.put(
                sarah,
                "/notifications/preferences",
                Map.of("kinds", List.of(Map.of("kind", "mention", "inApp", true, "email", false))));
    }

    @Test
    void pushesWhatOnlyTheBrowserCanRead() {
        subscribe(sarah);

        news.tell(NotificationKind.MENTION, "Ship it שלום 🚀", sarah);

        await().untilAsserted(() -> assertThat(service.callsOf(place)).hasSize(1));
        Call call = service.callsOf(place).getFirst();
        assertThat(call.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(call.header("TTL")).isEqualTo("86400");
        assertThat(call.header("Urgency")).isEqualTo("normal");
        assertThat(call.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
        JsonNode message = browser.read(call.body());
        assertThat(message.path("title").asString()).isEqualTo("News of MENTION");
        assertThat(message.path("body").asString()).isEqualTo("Ship it שלום 🚀");
        assertThat(message.path("kind").asString()).isEqualTo("mention");
        assertThat(message.path("urgent").asBoolean()).isFalse();
        assertThat(message.path("notificationIds").path(0).asString())
                .isEqualTo(api.notifications(sarah).getFirst().path("id").asString());
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("push sent"));
    }

    @Test
    void saysWhoSends() throws ParseException, JOSEException {
        subscribe(sarah);
        news.tell(NotificationKind.MENTION, "Hello", sarah);
        await().untilAsserted(() -> assertThat(service.callsOf(place)).hasSize(1));

        String header = service.callsOf(place).getFirst().header("Authorization");
        String key = api.get(sarah, PATH + "/key").text("publicKey");
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + key);
        SignedJWT token = SignedJWT.parse(header.substring("vapid t=".length(), header.indexOf(',')));
        assertThat(token.verify(new ECDSAVerifier(P256.publicKey(P256.decode(key)))))
                .isTrue();
        assertThat(service.address(""))
                .startsWith(token.getJWTClaimsSet().getAudience().getFirst());
        assertThat(token.getJWTClaimsSet().getSubject()).startsWith("mailto:");
    }

    @Test
    void repeatsWhatFailedUnderTheSameTopic() {
        service.answers(place, new Reply(503), new Reply(429, "Retry-After", "1"), new Reply(201));
        subscribe(sarah);

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("push sent"));
        assertThat(service.callsOf(place)).hasSize(3);
        assertThat(service.callsOf(place).stream()
                        .map(call -> call.header("Topic"))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void forgetsABrowserThatIsGone(int status) {
        service.answers(place, new Reply(status));
        subscribe(sarah);

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("push suppressed"));
        assertThat(api.get(sarah, PATH).items("id")).isEmpty();
        news.tell(NotificationKind.MENTION, "Again", sarah);
        assertThat(api.ways(sarah)).isEmpty();
    }

    @Test
    void givesUpWhatThePushServiceNeverTakes() {
        service.answers(place, new Reply(413));
        subscribe(sarah);

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("push dead"));
        assertThat(service.callsOf(place)).hasSize(1);
    }

    @Test
    void keepsSubscriptionsForTheirOwner() {
        Answer made = subscribe(sarah);
        Someone mike = organisation.staff();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().has("keys")).isFalse();
        assertThat(api.get(sarah, PATH).items("id")).containsExactly(made.text("id"));
        assertThat(api.get(mike, PATH).items("id")).isEmpty();
        assertThat(api.delete(mike, PATH + "/" + made.id()).code()).isEqualTo("subscription_not_found");
        assertThat(api.delete(mike, PATH + "?endpoint=" + service.address(place))
                        .status())
                .isEqualTo(404);
        assertThat(api.delete(sarah, PATH + "/" + made.id()).status()).isEqualTo(204);
        assertThat(api.delete(sarah, PATH + "/" + made.id()).status()).isEqualTo(404);
        subscribe(sarah);
        assertThat(api.send("DELETE", sarah.token(), PATH, "{\"endpoint\":\"" + service.address(place) + "\"}")
                        .status())
                .isEqualTo(204);
        subscribe(sarah);
        assertThat(api.delete(sarah, PATH + "?endpoint=" + service.address(place))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void givesABrowserToWhoeverUsesItNow() {
        Someone mike = organisation.staff();
        Answer first = subscribe(sarah);
        Answer second = subscribe(mike);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(api.get(sarah, PATH).items("id")).isEmpty();
        news.tell(NotificationKind.MENTION, "For Sarah alone", sarah);
        assertThat(api.ways(sarah)).isEmpty();
    }

    @Test
    void subscribesOnceUnderOneIdempotencyKey() {
        String key = Ids.next().toString();
        Map<String, Object> body = browser.subscription(service.address(place));

        Answer first = api.post(sarah, PATH, body, "Idempotency-Key", key);

        assertThat(api.post(sarah, PATH, body, "Idempotency-Key", key).id()).isEqualTo(first.id());
        assertThat(api.post(sarah, PATH, browser.subscription(service.address("x")), "Idempotency-Key", key)
                        .code())
                .isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/push, endpoint",
        "https://169.254.169.254/push, endpoint",
        "https://localhost/push, endpoint",
        "'', endpoint"
    })
    void refusesEndpointsInThePrivateNetwork(String endpoint, String field) {
        Answer answer = api.post(sarah, PATH, browser.subscription(endpoint));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.wrongFields()).containsExactly(field);
    }

    @Test
    void refusesKeysThatAreNone() {
        Map<String, Object> noPoint =
                Map.of("endpoint", service.address(place), "keys", Map.of("p256dh", "AAAA", "auth", "AAAA"));
        Map<String, Object> shortSecret = Map.of(
                "endpoint", service.address(place), "keys", Map.of("p256dh", browser.publicKey(), "auth", "AAAA"));

        assertThat(api.post(sarah, PATH, noPoint).wrongFields()).containsExactly("keys.p256dh");
        assertThat(api.post(sarah, PATH, shortSecret).wrongFields()).containsExactly("keys.auth");
        assertThat(api.post(sarah, PATH, Map.of("endpoint", service.address(place)))
                        .wrongFields())
                .containsExactly("keys");
        assertThat(api.send("POST", sarah.token(), PATH, "{").status()).isEqualTo(400);
        assertThat(api.send("POST", null, PATH, "{}").status()).isEqualTo(401);
        assertThat(api.send("GET", null, PATH + "/key", null).status()).isEqualTo(401);
        assertThat(api.delete(sarah, PATH).code()).isEqualTo("invalid_parameter");
        assertThat(api.send("DELETE", sarah.token(), PATH, "{}").code()).isEqualTo("invalid_parameter");
    }

    private Answer subscribe(Someone person) {
        return api.post(person, PATH, browser.subscription(service.address(place)));
    }
}
