package com.ceoplatform.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Outside;
import com.ceoplatform.notification.testing.Receiver;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationServiceTest
class EscalationIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Outside outside;

    @Autowired
    private Receiver receiver;

    @Autowired
    private Happenings happenings;

    @Autowired
    private Escalation escalation;

    @Autowired
    private JdbcClient jdbc;

    private Someone sarah;

    /** Sarah is reached by a webhook first and by mail next. */
    @BeforeEach
    void people() {
        Someone ceo = organisation.ceo();
        sarah = organisation.staff();
        api.post(
                ceo,
                "/webhooks",
                Map.of(
                        "name",
                        "Pager",
                        "userId",
                        sarah.id(),
                        "url",
                        receiver.address(Ids.next().toString())));
        escalate(true);
    }

    @Test
    void triesTheNextWayWhenNobodyReacts() {
        news.tell(NotificationKind.URGENT_MESSAGE, "Fire", sarah);
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("webhook sent"));
        assertThat(steps()).hasSize(1);

        timePasses();

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("webhook sent", "email sent"));
        await().untilAsserted(
                        () -> assertThat(steps()).as("there is no further way").isEmpty());
        assertThat(outside.mailOf(sarah)).hasSize(1);
    }

    @Test
    void endsWhenItIsReadOrAcknowledged() {
        for (String verb : List.of("read", "acknowledge")) {
            news.tell(NotificationKind.URGENT_MESSAGE, "Fire", sarah);
            String id = api.notifications(sarah).getFirst().path("id").asString();
            api.post(sarah, "/notifications/" + id + "/" + verb, null);

            timePasses();

            await().untilAsserted(() -> assertThat(steps()).isEmpty());
            await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("webhook sent"));
        }
        assertThat(outside.mailOf(sarah)).isEmpty();
    }

    @Test
    void endsWhenTheMessageItselfIsAcknowledged() {
        Someone mike = organisation.staff();
        UUID channel = organisation.privateChannel(mike, sarah);
        UUID message =
                happenings.message(channel, mike).with("priority", "urgent").send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("urgent_message"));

        happenings.acknowledged(message, channel, sarah).send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)
                        .getFirst()
                        .path("acknowledgedAt")
                        .isNull())
                .isFalse());
    }

    @Test
    void takesAStepOnceHoweverManyTry() {
        news.tell(NotificationKind.URGENT_MESSAGE, "Fire", sarah);
        UUID id = UUID.fromString(api.notifications(sarah).getFirst().path("id").asString());

        InParallel.run(8, number -> {
            escalation.escalate(new EscalationStep(id, 1));
            return number;
        });

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("webhook sent", "email sent"));
        assertThat(outside.mailOf(sarah)).hasSize(1);
    }

    @Test
    void usesEveryWayAtOnceWhereThatIsWanted() {
        escalate(false);

        news.tell(NotificationKind.URGENT_MESSAGE, "Fire", sarah);

        await().untilAsserted(
                        () -> assertThat(api.ways(sarah)).containsExactlyInAnyOrder("webhook sent", "email sent"));
        assertThat(steps()).isEmpty();
    }

    @Test
    void usesEveryWayAtOnceForWhatConcernsTheAccount() {
        news.tell(NotificationKind.SECURITY_NOTICE, "Your password was changed", sarah);

        await().untilAsserted(
                        () -> assertThat(api.ways(sarah)).containsExactlyInAnyOrder("webhook sent", "email sent"));
    }

    private void escalate(boolean enabled) {
        assertThat(api.put(
                                sarah,
                                "/notifications/preferences",
                                Map.of(
                                        "kinds",
                                        List.of(),
                                        "escalation",
                                        Map.of(
                                                "enabled",
                                                enabled,
                                                "afterMinutes",
                                                30,
                                                "order",
                                                List.of("webhook", "email"))))
                        .status())
                .isEqualTo(200);
    }

    private void timePasses() {
        jdbc.sql(
                        "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'escalation'"
                                + " AND split_part(task_instance, '/', 1) IN (SELECT id::text FROM notification WHERE user_id = :user)")
                .param("user", sarah.id())
                .update();
    }

    private List<String> steps() {
        return jdbc.sql(
                        "SELECT task_instance FROM scheduled_tasks WHERE task_name = 'escalation'"
                                + " AND split_part(task_instance, '/', 1) IN (SELECT id::text FROM notification WHERE user_id = :user)")
                .param("user", sarah.id())
                .query(String.class)
                .list();
    }
}
