package com.ceoplatform.message.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class ScheduledMessagesIntegrationTests {

    private static final Duration LONG = Duration.ofHours(3);

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Sending sending;

    @Autowired
    private JdbcClient jdbc;

    private Someone sender;
    private Someone reader;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        sender = organisation.staff();
        reader = organisation.staff();
        channel = organisation.channel("private", sender, reader);
    }

    @Test
    void areSentWhenTheirTimeHasCome() {
        Answer scheduled = schedule("Good morning", Duration.ofMillis(1200));
        assertThat(scheduled.status()).isEqualTo(201);
        assertThat(scheduled.header("Location")).isEqualTo("/api/v1/scheduled-messages/" + scheduled.id());
        GoldenEvents.assertMatches("scheduled_message.created", payload(scheduled, "created"));
        assertThat(contents()).isEmpty();

        await().untilAsserted(() -> assertThat(contents()).containsExactly("Good morning"));

        Answer sent = api.get(sender, path(scheduled));
        assertThat(sent.text("status")).isEqualTo("sent");
        assertThat(sent.text("messageId")).isEqualTo(messageIds().getFirst());
        GoldenEvents.assertMatches("scheduled_message.sent", payload(scheduled, "sent"));
        assertThat(outbox.last(scheduled.id(), "scheduled_message.sent").actorId())
                .isEqualTo(sender.id());
        assertThat(api.get(sender, "/scheduled-messages").items("id")).isEmpty();
        assertThat(api.get(sender, "/scheduled-messages?all=true").items("id"))
                .containsExactly(scheduled.id().toString());
    }

    @Test
    void areSentOnceHoweverOftenThatIsTried() {
        Answer scheduled = schedule("Once", LONG);
        due(scheduled);

        InParallel.run(20, _ -> sending.send(scheduled.id()));

        assertThat(contents()).containsExactly("Once");
        assertThat(outbox.types(scheduled.id())).containsExactly("scheduled_message.created", "scheduled_message.sent");
    }

    @Test
    void areNotSentByWhoMayNotWriteThereAnyMore() {
        Answer left = schedule("Too late", LONG);
        organisation.leave(channel, sender);
        due(left);

        assertThat(sending.send(left.id())).isEmpty();

        Answer failed = api.get(sender, path(left));
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.text("failureCode")).isEqualTo("forbidden");
        GoldenEvents.assertMatches("scheduled_message.failed", payload(left, "failed"));
        assertThat(api.get(reader, "/channels/" + channel + "/messages").items("content"))
                .doesNotContain("Too late");
    }

    @Test
    void areNotSentIntoArchivedChannelsNorForPeopleWhoLeft() {
        Answer archived = schedule("x", LONG);
        UUID other = organisation.channel("private", sender);
        Answer gone = api.post(
                sender,
                "/scheduled-messages",
                Map.of(
                        "channelId",
                        other,
                        "content",
                        "y",
                        "sendAt",
                        Instant.now().plus(LONG)));
        organisation.archive(channel);
        due(archived);
        due(gone);
        sending.send(archived.id());
        jdbc.sql("UPDATE directory_person SET active = false WHERE id = :id")
                .param("id", sender.id())
                .update();
        sending.send(gone.id());

        assertThat(api.get(sender, path(archived)).text("failureCode")).isEqualTo("channel_archived");
        assertThat(api.get(sender, path(gone)).text("failureCode")).isEqualTo("forbidden");
    }

    @Test
    void canBeChangedAndPutOff() {
        Answer scheduled = schedule("Draft", Duration.ofMillis(1500));
        Answer changed = api.patch(
                sender,
                path(scheduled),
                Map.of(
                        "content",
                        "Final",
                        "priority",
                        "high",
                        "sendAt",
                        Instant.now().plus(LONG)),
                "If-Match",
                scheduled.etag());

        assertThat(changed.text("content")).isEqualTo("Final");
        assertThat(changed.version()).isEqualTo(1);
        GoldenEvents.assertMatches("scheduled_message.updated", payload(scheduled, "updated"));
        assertThat(api.patch(sender, path(scheduled), Map.of("content", "x"), "If-Match", scheduled.etag())
                        .code())
                .isEqualTo("stale_version");
        await().during(Duration.ofSeconds(3)).until(() -> contents().isEmpty());
        assertThat(sending.send(scheduled.id())).isPresent();
    }

    @Test
    void canBeCancelled() {
        Answer scheduled = schedule("Never mind", Duration.ofMillis(1200));

        assertThat(api.delete(sender, path(scheduled)).status()).isEqualTo(204);

        GoldenEvents.assertMatches("scheduled_message.cancelled", payload(scheduled, "cancelled"));
        assertThat(api.delete(sender, path(scheduled)).code()).isEqualTo("not_scheduled");
        assertThat(api.patch(sender, path(scheduled), Map.of("content", "x")).status())
                .isEqualTo(409);
        await().during(Duration.ofSeconds(3)).until(() -> contents().isEmpty());
    }

    @Test
    void belongToTheirSenderAlone() {
        Answer scheduled = schedule("Secret", LONG);

        for (Someone other : List.of(reader, organisation.ceo())) {
            assertThat(api.get(other, path(scheduled)).code()).isEqualTo("scheduled_message_not_found");
            assertThat(api.patch(other, path(scheduled), Map.of("content", "x")).status())
                    .isEqualTo(404);
            assertThat(api.delete(other, path(scheduled)).status()).isEqualTo(404);
            assertThat(api.get(other, "/scheduled-messages?all=true").items("id"))
                    .isEmpty();
        }
        assertThat(api.send("GET", null, path(scheduled), null).status()).isEqualTo(401);
    }

    @Test
    void areRefusedWhereNothingCouldBeSent() {
        Someone stranger = organisation.staff();
        Map<String, Object> body = body("x", LONG);

        assertThat(api.post(stranger, "/scheduled-messages", body).code()).isEqualTo("channel_not_found");
        UUID news = organisation.channel("announcement", "private", reader, sender);
        assertThat(api.post(
                                sender,
                                "/scheduled-messages",
                                Map.of(
                                        "channelId",
                                        news,
                                        "content",
                                        "x",
                                        "sendAt",
                                        Instant.now().plus(LONG)))
                        .status())
                .isEqualTo(403);
        assertThat(schedule("x", LONG.negated()).wrongFields()).containsExactly("sendAt");
        assertThat(schedule("x", Duration.ofDays(400)).wrongFields()).containsExactly("sendAt");
        assertThat(schedule(" ", LONG).wrongFields()).containsExactly("content");
        Answer fine = schedule("x", LONG);
        assertThat(api.patch(sender, path(fine), Map.of("content", " ")).wrongFields())
                .containsExactly("content");
        assertThat(api.patch(sender, path(fine), Map.of("sendAt", Instant.EPOCH))
                        .wrongFields())
                .containsExactly("sendAt");
    }

    @Test
    void answerOnlyWhatCouldBeAnsweredNow() {
        UUID elsewhere = api.message(sender, organisation.channel("private", sender), "Elsewhere");
        UUID gone = api.message(sender, channel, "Gone");
        api.delete(sender, "/messages/" + gone);

        assertThat(scheduleReply(Ids.next()).wrongFields()).containsExactly("replyTo");
        assertThat(scheduleReply(elsewhere).wrongFields()).containsExactly("replyTo");
        assertThat(scheduleReply(gone).code()).isEqualTo("message_deleted");
        assertThat(scheduleReply(api.message(sender, channel, "Here")).status()).isEqualTo(201);
    }

    private Answer scheduleReply(UUID replyTo) {
        Map<String, Object> body = new HashMap<>(body("In reply", LONG));
        body.put("replyTo", replyTo);
        return api.post(sender, "/scheduled-messages", body);
    }

    @Test
    void areScheduledOnceUnderOneIdempotencyKey() {
        Map<String, Object> body = body("x", LONG);

        List<Answer> answers = InParallel.run(
                8, _ -> api.post(sender, "/scheduled-messages", body, "Idempotency-Key", "k-" + channel));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
    }

    @Test
    void areListedTheNextFirst() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(index ->
                        schedule("m" + index, LONG.plusMinutes(index)).id().toString())
                .toList();

        Answer page = api.get(sender, "/scheduled-messages?limit=3");
        assertThat(page.items("id")).isEqualTo(ids.subList(0, 3));
        assertThat(api.get(sender, "/scheduled-messages?limit=3&cursor=" + page.text("nextCursor"))
                        .items("id"))
                .isEqualTo(ids.subList(3, 5));
    }

    private Answer schedule(String content, Duration in) {
        return api.post(sender, "/scheduled-messages", body(content, in));
    }

    private Map<String, Object> body(String content, Duration in) {
        return Map.of(
                "channelId",
                channel,
                "content",
                content,
                "sendAt",
                Instant.now().plus(in));
    }

    /** Lets the time of a message come without its alarm. */
    private void due(Answer scheduled) {
        jdbc.sql("UPDATE scheduled_message SET send_at = now() - interval '1 second' WHERE id = :id")
                .param("id", scheduled.id())
                .update();
    }

    private tools.jackson.databind.JsonNode payload(Answer scheduled, String what) {
        return outbox.last(scheduled.id(), "scheduled_message." + what).payload();
    }

    private static String path(Answer scheduled) {
        return "/scheduled-messages/" + scheduled.id();
    }

    private List<String> contents() {
        return api.get(sender, "/channels/" + channel + "/messages").items("content");
    }

    private List<String> messageIds() {
        return api.get(sender, "/channels/" + channel + "/messages").items("id");
    }
}
