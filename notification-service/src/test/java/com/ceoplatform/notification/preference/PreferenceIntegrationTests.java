package com.ceoplatform.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class PreferenceIntegrationTests {

    private static final String PATH = "/notifications/preferences";

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    @Test
    void wantsEverythingAtFirst() {
        Answer answer = api.get(sarah, PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(answer.texts("kinds", "kind"))
                .containsExactly(
                        "security_notice",
                        "urgent_message",
                        "reminder",
                        "message_not_sent",
                        "task_overdue",
                        "task_due",
                        "task_assigned",
                        "meeting_invitation",
                        "meeting_changed",
                        "meeting_cancelled",
                        "meeting_response",
                        "mention",
                        "direct_message",
                        "thread_reply",
                        "task_comment",
                        "task_status",
                        "channel_invitation",
                        "file_shared");
        assertThat(answer.texts("kinds", "inApp")).containsOnly("true");
    }

    @Test
    void keepsWhatIsNotWanted() {
        Answer changed = mute(sarah, "mention");
        Answer same = mute(sarah, "mention");

        assertThat(changed.version()).isEqualTo(1);
        assertThat(same.version()).isEqualTo(1);
        assertThat(api.get(sarah, PATH).body()).isEqualTo(changed.body());
        assertThat(changed.body()
                        .path("kinds")
                        .valueStream()
                        .filter(kind -> !kind.path("inApp").asBoolean())
                        .map(kind -> kind.path("kind").asString()))
                .containsExactly("mention");
    }

    @Test
    void isToldOnlyWhatIsWanted() {
        Someone ceo = organisation.ceo();
        UUID task = Ids.next();
        mute(sarah, "task_assigned");

        happenings.task("task.created", task, ceo, sarah).send();
        happenings.comment(task, ceo, sarah).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
    }

    @Test
    void refusesAChangeOfWhatWasChangedSince() {
        mute(sarah, "mention");

        Answer stale = api.put(sarah, PATH, Map.of("kinds", List.of()), "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
    }

    @Test
    void keepsQuietHoursCollectionsAndEscalation() {
        Map<String, Object> wanted = Map.of(
                "kinds", List.of(Map.of("kind", "mention", "inApp", true, "email", false)),
                "mutedChannelIds", List.of(Ids.next()),
                "pausedUntil", "2030-01-01T00:00:00Z",
                "quietHours",
                        Map.of(
                                "zone",
                                "Asia/Kathmandu",
                                "windows",
                                List.of(Map.of("days", List.of("friday"), "from", "22:00", "to", "07:00"))),
                "delivery", Map.of("email", Map.of("mode", "daily", "at", "08:30")),
                "escalation", Map.of("enabled", true, "afterMinutes", 10, "order", List.of("email", "push")));

        Answer changed = api.put(sarah, PATH, wanted);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/quietHours/zone").asString()).isEqualTo("Asia/Kathmandu");
        assertThat(changed.at("/quietHours/windows/0/days/0").asString()).isEqualTo("friday");
        assertThat(changed.at("/delivery/email/mode").asString()).isEqualTo("daily");
        assertThat(changed.at("/delivery/push/mode").asString()).isEqualTo("immediately");
        assertThat(changed.at("/escalation/order/0").asString()).isEqualTo("email");
        assertThat(api.get(sarah, PATH).body()).isEqualTo(changed.body());
        assertThat(api.put(sarah, PATH, wanted).version()).isEqualTo(changed.version());
    }

    @Test
    void hearsNothingOfAMutedConversationButWhatIsUrgent() {
        Someone ceo = organisation.ceo();
        UUID channel = organisation.privateChannel(ceo, sarah);
        api.put(sarah, PATH, Map.of("kinds", List.of(), "mutedChannelIds", List.of(channel)));

        happenings.message(channel, ceo, sarah).send();
        happenings.message(organisation.privateChannel(ceo, sarah), ceo, sarah).send();
        happenings.message(channel, ceo).with("priority", "urgent").send();

        await().untilAsserted(
                        () -> assertThat(api.kinds(sarah)).containsExactlyInAnyOrder("urgent_message", "mention"));
    }

    @Test
    void survivesManyFirstChangesAtOnce() {
        List<String> kinds = List.of("mention", "reminder", "direct_message", "task_assigned");

        List<Answer> answers = InParallel.run(8, number -> mute(sarah, kinds.get(number % kinds.size())));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kinds\":null}",
                "{\"kinds\":[null]}",
                "{\"kinds\":[{\"kind\":\"mention\"}]}",
                "{\"kinds\":[],\"pausedUntil\":\"+999999999-12-31T00:00:00Z\"}",
                "{\"kinds\":[],\"pausedUntil\":1764547200}",
                "{\"kinds\":[],\"quietHours\":{}}",
                "{\"kinds\":[],\"quietHours\":{\"zone\":\"Mars/Olympus\",\"windows\":[]}}",
                "{\"kinds\":[],\"quietHours\":{\"windows\":[{\"days\":[],\"from\":\"22:00\",\"to\":\"07:00\"}]}}",
                "{\"kinds\":[],\"quietHours\":{\"windows\":[{\"days\":[\"someday\"],\"from\":\"22:00\",\"to\":\"07:00\"}]}}",
                "{\"kinds\":[],\"quietHours\":{\"windows\":[{\"days\":[\"monday\"],\"from\":\"25:00\",\"to\":\"07:00\"}]}}",
                "{\"kinds\":[],\"quietHours\":{\"windows\":[{\"days\":[\"monday\",\"tuesday\",\"wednesday\",\"thursday\","
                        + "\"friday\",\"saturday\",\"sunday\"],\"from\":\"08:00\",\"to\":\"08:00\"}]}}",
                "{\"kinds\":[],\"delivery\":{\"email\":{\"mode\":\"every\"}}}",
                "{\"kinds\":[],\"delivery\":{\"email\":{\"mode\":\"daily\"}}}",
                "{\"kinds\":[],\"delivery\":{\"email\":{\"mode\":\"every\",\"minutes\":0}}}",
                "{\"kinds\":[],\"escalation\":{\"enabled\":true,\"afterMinutes\":5,\"order\":[]}}",
                "{\"kinds\":[],\"escalation\":{\"enabled\":true,\"afterMinutes\":5,\"order\":[\"in_app\"]}}",
                "{\"kinds\":[],\"escalation\":{\"enabled\":true,\"afterMinutes\":5,\"order\":[\"push\",\"push\"]}}",
                "{\"kinds\":[{\"kind\":\"gossip\",\"inApp\":true}]}",
                "{\"kinds\":[{\"kind\":\"mention\",\"inApp\":true},{\"kind\":\"mention\",\"inApp\":false}]}"
            })
    void refusesWhatMakesNoSense(String body) {
        Answer answer = api.send("PUT", sarah.token(), PATH, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    private Answer mute(Someone person, String kind) {
        return api.put(person, PATH, Map.of("kinds", List.of(Map.of("kind", kind, "inApp", false))));
    }
}
