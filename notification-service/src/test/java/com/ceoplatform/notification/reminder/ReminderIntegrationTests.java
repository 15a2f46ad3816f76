package com.ceoplatform.notification.reminder;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Owners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class ReminderIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Owners owners;

    @Autowired
    private ReminderFiring firing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    @Test
    void keepsAReminderForItsCreatorAndThoseItReminds() {
        Answer made = remind(tomorrow(), sarah, sarah);
        String path = "/reminders/" + made.id();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains("/api/v1" + path);
        assertThat(made.text("status")).isEqualTo("scheduled");
        assertThat(made.texts("audience", "")).containsExactly(sarah.id().toString());
        assertThat(api.get(ceo, path).body()).isEqualTo(made.body());
        assertThat(api.get(sarah, path).status()).isEqualTo(200);
        assertThat(api.get(organisation.staff(), path).code()).isEqualTo("reminder_not_found");
        assertThat(api.get(ceo, "/reminders").items("id")).containsExactly(made.text("id"));
        assertThat(api.get(sarah, "/reminders").items("id")).isEmpty();
    }

    @Test
    void remindsTheCallerWhenNobodyIsNamed() {
        Map<String, Object> body = Map.of("about", "Send the figures", "at", tomorrow());

        assertThat(api.post(sarah, "/reminders", body).texts("audience", ""))
                .containsExactly(sarah.id().toString());
    }

    @Test
    void takesTimesInAnyZone() {
        String at = ISO_OFFSET_DATE_TIME.format(tomorrow().atZone(ZoneId.of("Asia/Kathmandu")));

        Answer made = api.post(ceo, "/reminders", Map.of("about", "x", "at", at));

        assertThat(made.status()).isEqualTo(201);
        assertThat(Instant.parse(made.text("at"))).isEqualTo(tomorrow());
    }

    @Test
    void knowsPeopleWhoseEventsHaveNotArrivedYet() {
        UUID newcomer = Ids.next();
        owners.knowPerson(newcomer);

        Answer made = api.post(
                ceo, "/reminders", Map.of("about", "Welcome", "at", tomorrow(), "audience", List.of(newcomer)));

        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void schedulesOnceUnderOneIdempotencyKey() {
        String key = Ids.next().toString();
        Map<String, Object> body = Map.of("about", "Send the figures", "at", tomorrow());

        Answer first = api.post(ceo, "/reminders", body, "Idempotency-Key", key);
        Answer again = api.post(ceo, "/reminders", body, "Idempotency-Key", key);
        Answer other = api.post(ceo, "/reminders", Map.of("about", "Else", "at", tomorrow()), "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(api.get(ceo, "/reminders").items("id")).hasSize(1);
    }

    @Test
    void tellsPeopleWhenTheTimeHasCome() {
        UUID id = remind(clock.instant(), sarah, ceo).id();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("reminder"));
        await().untilAsserted(() -> assertThat(api.kinds(ceo)).containsExactly("reminder"));
        JsonNode told = api.notifications(sarah).getFirst();
        assertThat(told.path("title").asString()).isEqualTo("Reminder from Test Person");
        assertThat(told.path("body").asString()).isEqualTo("Send the figures");
        assertThat(told.path("subject").path("id").asString()).isEqualTo(id.toString());
        OutboxProbe.Row event = new OutboxProbe().last(told.path("id").asString(), "notification.created");
        assertThat(event.actorId()).isEqualTo(ceo.id());
        assertThat(api.get(ceo, "/reminders/" + id).text("status")).isEqualTo("fired");
        assertThat(api.get(ceo, "/reminders").items("id")).isEmpty();
        assertThat(api.delete(ceo, "/reminders/" + id).code()).isEqualTo("reminder_fired");
    }

    @Test
    void catchesUpOnWhatCameDueWhileNothingRanAndTellsItOnce() {
        UUID id = Ids.next();
        jdbc.sql(
                        "INSERT INTO reminder (id, about, audience, at, status, created_by, created_at, version)"
                                + " VALUES (:id, 'Overdue', ARRAY[:sarah], now() - interval '3 days', 'SCHEDULED', :ceo, now(), 0)")
                .param("id", id)
                .param("sarah", sarah.id())
                .param("ceo", ceo.id())
                .update();

        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('reminder', :id, now() - interval '3 days', false, 1)")
                .param("id", id.toString())
                .update();

        InParallel.run(8, number -> {
            firing.fire(id);
            return number;
        });

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("reminder"));
        assertThat(new OutboxProbe()
                        .types(api.notifications(sarah).getFirst().path("id").asString()))
                .containsExactly("notification.created");
    }

    @Test
    void cancelsForItsCreatorOnly() {
        String path = "/reminders/" + remind(tomorrow(), sarah, sarah).id();

        assertThat(api.delete(sarah, path).status()).isEqualTo(403);
        assertThat(api.delete(organisation.staff(), path).status()).isEqualTo(404);
        assertThat(api.delete(ceo, path, "If-Match", "\"9\"").status()).isEqualTo(412);
        assertThat(api.delete(ceo, path).status()).isEqualTo(204);
        assertThat(api.delete(ceo, path).status()).isEqualTo(204);
        assertThat(api.get(ceo, path).text("status")).isEqualTo("cancelled");
    }

    @Test
    void listsThoseToComeInTheirOrder() {
        String later = remind(tomorrow().plus(Duration.ofDays(2)), sarah, sarah).text("id");
        String sooner = remind(tomorrow(), sarah, sarah).text("id");

        Answer first = api.get(ceo, "/reminders?limit=1");
        Answer second = api.get(ceo, "/reminders?limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.items("id")).containsExactly(sooner);
        assertThat(second.items("id")).containsExactly(later);
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void namesEveryoneWhoCannotBeReminded() {
        Someone former = organisation.former();

        Answer answer = remind(tomorrow(), sarah, former, stranger());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.wrongFields()).containsExactly("audience[1]", "audience[2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\":\"2031-01-01T00:00:00Z\"}",
                "{\"about\":\" \",\"at\":\"2031-01-01T00:00:00Z\"}",
                "{\"about\":\"x\"}",
                "{\"about\":\"x\",\"at\":\"tomorrow\"}",
                "{\"about\":\"x\",\"at\":\"2020-01-01T00:00:00Z\"}",
                "{\"about\":\"x\",\"at\":\"9999-01-01T00:00:00Z\"}",
                "{\"about\":\"x\\u0000\",\"at\":\"2031-01-01T00:00:00Z\"}",
                "{\"about\":\"x\",\"at\":\"2031-01-01T00:00:00Z\",\"audience\":[]}",
                "{\"about\":\"x\",\"at\":\"2031-01-01T00:00:00Z\",\"audience\":[null]}",
                "{\"about\":\"x\",\"at\":\"2031-01-01T00:00:00Z\",\"audience\":[\"me\"]}"
            })
    void refusesWhatMakesNoSense(String body) {
        Answer answer = api.send("POST", ceo.token(), "/reminders", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    @Test
    void refusesWhatIsNotJson() {
        Answer answer = api.send("POST", ceo.token(), "/reminders", "{\"about\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_request");
    }

    private Answer remind(Instant at, Someone first, Someone... others) {
        List<UUID> audience = Stream.concat(Stream.of(first), Stream.of(others))
                .map(Someone::id)
                .distinct()
                .toList();
        return api.post(ceo, "/reminders", Map.of("about", "Send the figures", "at", at, "audience", audience));
    }

    private Someone stranger() {
        return new Someone(Ids.next(), sarah.role(), null, "");
    }

    private Instant tomorrow() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
    }
}
