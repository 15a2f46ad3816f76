package com.ceoplatform.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.InParallel;
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
                        "task_overdue",
                        "task_due",
                        "task_assigned",
                        "meeting_invitation",
                        "meeting_changed",
                        "meeting_cancelled",
                        "mention",
                        "direct_message",
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
