package com.ceoplatform.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Receiver;
import com.ceoplatform.notification.testing.Receiver.Call;
import com.ceoplatform.notification.testing.Receiver.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class WebhookIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Receiver other;

    @Autowired
    private Happenings happenings;

    private final String place = Ids.next().toString();
    private final List<UUID> made = new ArrayList<>();
    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    /** What the organisation's webhooks hear would otherwise go on in other tests. */
    @AfterEach
    void end() {
        made.forEach(id -> api.delete(ceo, "/webhooks/" + id));
    }

    @Test
    void callsWithASignatureThatTheOtherSideCanCheck() {
        String secret = ofPerson(Map.of()).text("secret");

        news.tell(NotificationKind.MENTION, "Ship it 🚀", sarah);

        Call call = theOnlyCall();
        String expected = WebhookSignature.of(
                secret, call.header("webhook-id"), Long.parseLong(call.header("webhook-timestamp")), call.body());
        assertThat(call.header("webhook-signature")).isEqualTo(expected);
        JsonNode event = PlatformJson.mapper().readTree(call.body());
        assertThat(event.path("type").asString()).isEqualTo("notification.created");
        assertThat(event.path("data")).isEqualTo(api.notifications(sarah).getFirst());
        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook sent"));
    }

    @Test
    void speaksToSlackWithoutLettingAnybodyMentionAChannel() {
        ofPerson(Map.of("format", "slack"));

        news.tell(NotificationKind.MENTION, "<!channel> & <https://evil.example|click>", sarah);

        JsonNode message = PlatformJson.mapper().readTree(theOnlyCall().body());
        assertThat(message.path("text").asString())
                .isEqualTo("*News of MENTION*\n&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;");
    }

    @Test
    void repeatsWhatFailedUnderTheSameId() {
        other.answers(place, new Reply(500), new Reply(0), new Reply(429, "Retry-After", "1"), new Reply(204));
        ofPerson(Map.of());

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook sent"));
        assertThat(other.callsOf(place)).hasSize(4);
        assertThat(other.callsOf(place).stream()
                        .map(call -> call.header("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void endsAWebhookThatIsGone() {
        other.answers(place, new Reply(410));
        String path = "/webhooks/" + ofPerson(Map.of()).id();

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook suppressed"));
        Answer ended = api.get(ceo, path);
        assertThat(ended.at("enabled").asBoolean()).isFalse();
        assertThat(ended.text("disabledReason")).contains("410");
    }

    @Test
    void followsNoRedirects() {
        other.answers(place, new Reply(302, "Location", other.address(place + "-elsewhere")));
        ofPerson(Map.of());

        news.tell(NotificationKind.MENTION, "Hello", sarah);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook dead"));
        assertThat(other.callsOf(place + "-elsewhere")).isEmpty();
    }

    @Test
    void listsDeadLettersAndTriesThemAgain() {
        other.answers(place, new Reply(500), new Reply(500), new Reply(502), new Reply(503));
        ofPerson(Map.of());
        news.tell(NotificationKind.MENTION, "Hello", sarah);
        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook dead"));

        JsonNode dead = api.get(ceo, "/admin/dead-deliveries?limit=200")
                .at("items")
                .valueStream()
                .filter(letter ->
                        letter.path("recipientId").asString().equals(sarah.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(dead.path("attempts").asInt()).isEqualTo(4);
        assertThat(dead.path("detail").asString()).isEqualTo("answered 503");
        String redrive = "/admin/dead-deliveries/" + dead.path("id").asString() + "/redrive";
        assertThat(api.post(sarah, redrive, null).status()).isEqualTo(403);
        assertThat(api.get(sarah, "/admin/dead-deliveries").status()).isEqualTo(403);
        assertThat(api.post(ceo, redrive, null).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(api.ways(sarah)).contains("webhook sent"));
        assertThat(api.post(ceo, redrive, null).code()).isEqualTo("dead_delivery_not_found");
    }

    @Test
    void tellsTheOrganisationOnceOfWhatManyAreTold() {
        ofOrganisation(Map.of("kinds", List.of("urgent_message")));
        Someone mike = organisation.staff();
        UUID channel = organisation.privateChannel(ceo, sarah, mike);

        happenings
                .message(channel, ceo)
                .with("priority", "urgent")
                .with("content", "All hands")
                .send();

        JsonNode event = PlatformJson.mapper().readTree(theOnlyCall().body());
        assertThat(event.path("data").path("body").asString()).isEqualTo("All hands");
        assertThat(api.kinds(mike)).containsExactly("urgent_message");
    }

    @Test
    void tellsTheOrganisationNothingOfDirectConversationsAndPersonalMatters() {
        ofOrganisation(Map.of("kinds", List.of("urgent_message", "direct_message", "reminder", "mention")));
        UUID direct = organisation.direct(ceo, sarah);
        happenings.message(direct, ceo).send();
        happenings.message(direct, ceo).with("priority", "urgent").send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).hasSize(2));
        news.tell(NotificationKind.REMINDER, "Mine alone", sarah);
        news.tell(NotificationKind.MENTION, "The end", sarah);

        assertThat(new String(theOnlyCall().body(), UTF_8)).contains("The end");
    }

    @Test
    void isTheCeosAlone() {
        Map<String, Object> body = Map.of("name", "Mine", "url", other.address(place));
        String path = "/webhooks/" + ofPerson(Map.of()).id();

        assertThat(api.post(sarah, "/webhooks", body).code()).isEqualTo("forbidden");
        assertThat(api.get(sarah, "/webhooks").status()).isEqualTo(403);
        assertThat(api.get(sarah, path).status()).isEqualTo(403);
        assertThat(api.put(sarah, path, body).status()).isEqualTo(403);
        assertThat(api.delete(sarah, path).status()).isEqualTo(403);
        assertThat(api.send("GET", null, "/webhooks", null).status()).isEqualTo(401);
        assertThat(api.send("POST", null, "/webhooks", "{}").status()).isEqualTo(401);
    }

    @Test
    void showsItsSecretOnce() {
        Answer created = ofPerson(Map.of("kinds", List.of("mention")));
        String path = "/webhooks/" + created.id();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1" + path);
        assertThat(created.text("secret")).startsWith("whsec_");
        assertThat(created.texts("kinds", "")).containsExactly("mention");
        assertThat(api.get(ceo, path).at("secret").isNull()).isTrue();
        assertThat(api.get(ceo, "/webhooks?limit=200").items("id")).contains(created.text("id"));
    }

    @Test
    void changesAndEndsWithTheVersionThatIsExpected() {
        Answer created = ofPerson(Map.of());
        String path = "/webhooks/" + created.id();
        Map<String, Object> off = Map.of("name", "Off", "url", other.address(place), "enabled", false);

        assertThat(api.put(ceo, path, off, "If-Match", "\"7\"").status()).isEqualTo(412);
        Answer changed = api.put(ceo, path, off, "If-Match", created.etag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Off");
        news.tell(NotificationKind.MENTION, "Hello", sarah);
        assertThat(api.ways(sarah)).noneMatch(way -> way.startsWith("webhook"));
        assertThat(api.delete(ceo, path, "If-Match", created.etag()).status()).isEqualTo(412);
        assertThat(api.delete(ceo, path).status()).isEqualTo(204);
        assertThat(api.delete(ceo, path).code()).isEqualTo("webhook_not_found");
        assertThat(api.get(ceo, path).status()).isEqualTo(404);
        assertThat(api.put(ceo, path, off).status()).isEqualTo(404);
    }

    @Test
    void pagesTheNewestFirst() {
        String first = ofPerson(Map.of()).text("id");
        String second = ofPerson(Map.of()).text("id");

        Answer page = api.get(ceo, "/webhooks?limit=1");

        assertThat(page.items("id")).containsExactly(second);
        assertThat(api.get(ceo, "/webhooks?limit=1&cursor=" + page.text("nextCursor"))
                        .items("id"))
                .containsExactly(first);
        assertThat(api.get(ceo, "/webhooks?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void createsOnceUnderOneIdempotencyKey() {
        String key = Ids.next().toString();
        Map<String, Object> body = Map.of("name", "Mine", "url", other.address(place), "userId", sarah.id());

        Answer first = api.post(ceo, "/webhooks", body, "Idempotency-Key", key);
        made.add(first.id());

        assertThat(api.post(ceo, "/webhooks", body, "Idempotency-Key", key).id())
                .isEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"https://93.184.215.14/\"}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"url\":\"https://10.0.0.1/\"}",
                "{\"name\":\"x\",\"url\":\"https://localhost/\"}",
                "{\"name\":\"x\",\"url\":\"http://93.184.215.14/\"}",
                "{\"name\":\"x\",\"url\":\"https://[::1]/\"}",
                "{\"name\":\"x\",\"url\":\"https://93.184.215.14/\",\"kinds\":[]}",
                "{\"name\":\"x\",\"url\":\"https://93.184.215.14/\",\"kinds\":[\"gossip\"]}",
                "{\"name\":\"x\",\"url\":\"https://93.184.215.14/\",\"format\":\"xml\"}",
                "{\"name\":\"x\",\"url\":\"https://93.184.215.14/\",\"userId\":\"me\"}",
                "{\"name\":\"x\",\"url\":\"https://93.184.215.14/\",\"userId\":\"00000000-0000-0000-0000-000000000000\"}"
            })
    void refusesWhatMakesNoSense(String body) {
        Answer answer = api.send("POST", ceo.token(), "/webhooks", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    private Answer ofPerson(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("userId", sarah.id());
        return ofOrganisation(body);
    }

    private Answer ofOrganisation(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", "A test");
        body.put("url", other.address(place));
        Answer created = api.post(ceo, "/webhooks", body);
        assertThat(created.status()).isEqualTo(201);
        made.add(created.id());
        return created;
    }

    private Call theOnlyCall() {
        await().untilAsserted(() -> assertThat(other.callsOf(place)).hasSize(1));
        return other.callsOf(place).getFirst();
    }
}
