package com.ceoplatform.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.notification.NotificationServiceApplication;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Receiver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class ReplicasIntegrationTests {

    private static final int MANY = 100;

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Receiver receiver;

    @Autowired
    private DispatchQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private Clock clock;

    private final String place = Ids.next().toString();
    private Someone sarah;

    @BeforeEach
    void people() {
        Someone ceo = organisation.ceo();
        sarah = organisation.staff();
        api.post(ceo, "/webhooks", Map.of("name", "A test", "userId", sarah.id(), "url", receiver.address(place)));
    }

    @Test
    void twoReplicasSendAndRemindOnceEach() {
        try (ConfigurableApplicationContext second = replica()) {
            assertThat(second.isRunning()).isTrue();
            InParallel.run(4, number -> {
                for (int item = 0; item < MANY / 4; item++) {
                    news.tell(NotificationKind.MENTION, "Item", sarah);
                }
                return number;
            });
            List<String> reminders = InParallel.run(
                    20,
                    number -> api.post(
                                    sarah, "/reminders", Map.of("about", "Reminder " + number, "at", clock.instant()))
                            .text("id"));

            await().untilAsserted(() -> assertThat(remindersFired()).isEqualTo(reminders.size()));
            await().untilAsserted(() -> assertThat(receiver.callsOf(place)).hasSize(MANY + reminders.size()));
            await().untilAsserted(() -> assertThat(states()).containsOnly("SENT"));
        }
        assertThat(receiver.callsOf(place).stream()
                        .map(call -> call.header("webhook-id"))
                        .distinct())
                .hasSize(receiver.callsOf(place).size());
        OutboxProbe outbox = new OutboxProbe();
        List<JsonNode> told = api.notifications(sarah);
        assertThat(told).hasSize(MANY + 20);
        assertThat(told)
                .allSatisfy(one ->
                        assertThat(outbox.types(one.path("id").asString())).containsExactly("notification.created"));
    }

    /** As after a kill -9: somebody took it and was never heard of again. */
    @Test
    void takesUpWhatAKilledProcessLeft() {
        api.put(
                sarah,
                "/notifications/preferences",
                Map.of(
                        "kinds",
                        List.of(Map.of("kind", "mention", "inApp", true, "email", false)),
                        "delivery",
                        Map.of("webhook", Map.of("mode", "every", "minutes", 5))));
        news.tell(NotificationKind.MENTION, "Item", sarah);
        jdbc.sql("WITH left_behind AS (INSERT INTO dispatch"
                        + " (id, recipient_id, channel, target_id, lane, state, attempts, due_at, created_at)"
                        + " SELECT id, recipient_id, channel, target_id, 'BULK', 'PENDING', 1, now() + interval '2 seconds',"
                        + " now() FROM delivery WHERE recipient_id = :user RETURNING id)"
                        + " UPDATE delivery SET dispatch_id = id WHERE recipient_id = :user")
                .param("user", sarah.id())
                .update();

        assertThat(api.ways(sarah)).containsExactly("webhook pending");
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("webhook sent"));
        assertThat(receiver.callsOf(place)).hasSize(1);
    }

    @Test
    void anAttemptThatOutlivedItsLeaseChangesNothingAnyMore() {
        Dispatch early = taken(1);
        Dispatch late = new Dispatch(
                early.id(), early.recipientId(), early.channel(), early.targetId(), early.lane(), early.attempts() + 1);
        jdbc.sql("UPDATE dispatch SET attempts = 2 WHERE id = :id")
                .param("id", early.id())
                .update();

        assertThat(queue.finish(early, DispatchState.DEAD, "too late")).isFalse();
        assertThat(queue.finish(late, DispatchState.SENT, null)).isTrue();
        assertThat(queue.finish(late, DispatchState.DEAD, "again")).isFalse();
    }

    @Test
    void forgetsWhatIsLongDoneButNoDeadLetter() {
        Dispatch sent = taken(1);
        Dispatch dead = taken(1);
        queue.finish(sent, DispatchState.SENT, null);
        queue.finish(dead, DispatchState.DEAD, "no");

        queue.forget(clock.instant().minus(Duration.ofDays(1)));
        assertThat(queue.recipientOf(sent.id())).isPresent();
        jdbc.sql("UPDATE dispatch SET finished_at = now() - interval '40 days' WHERE id IN (:sent, :dead)")
                .param("sent", sent.id())
                .param("dead", dead.id())
                .update();
        queue.forget(clock.instant().minus(Duration.ofDays(30)));

        assertThat(queue.recipientOf(sent.id())).isEmpty();
        assertThat(queue.recipientOf(dead.id())).isPresent();
    }

    private Dispatch taken(int attempts) {
        Dispatch dispatch =
                new Dispatch(Ids.next(), sarah.id(), DeliveryChannel.WEBHOOK, sarah.id(), Lane.BULK, attempts);
        jdbc.sql(
                        "INSERT INTO dispatch"
                                + " (id, recipient_id, channel, target_id, lane, state, attempts, due_at, created_at)"
                                + " VALUES (:id, :user, 'WEBHOOK', :user, 'BULK', 'PENDING', :attempts, now() + interval '1 hour', now())")
                .param("id", dispatch.id())
                .param("user", sarah.id())
                .param("attempts", attempts)
                .update();
        return dispatch;
    }

    /** Configured like the first one. */
    private ConfigurableApplicationContext replica() {
        Stream<String> same = Stream.of(
                        "spring.autoconfigure.exclude",
                        "platform.mail.host",
                        "platform.mail.port",
                        "platform.mail.bounces.host",
                        "platform.mail.bounces.port",
                        "platform.mail.bounces.user",
                        "platform.mail.bounces.password",
                        "platform.mail.bounces.tls",
                        "platform.mail.bounces.poll",
                        "platform.delivery.poll",
                        "platform.outbound.private-hosts")
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name));
        Stream<String> own = Stream.of(
                "--server.port=0",
                "--platform.relay.enabled=false",
                "--platform.security.jwk-set-uri=" + TestTokens.jwkSetUri());
        return new SpringApplicationBuilder(NotificationServiceApplication.class, RealInfrastructure.class)
                .run(Stream.concat(same, own).toArray(String[]::new));
    }

    private int remindersFired() {
        return jdbc.sql("SELECT count(*) FROM reminder WHERE created_by = :user AND status = 'FIRED'")
                .param("user", sarah.id())
                .query(Integer.class)
                .single();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM dispatch WHERE recipient_id = :user AND channel = 'WEBHOOK'")
                .param("user", sarah.id())
                .query(String.class)
                .list();
    }
}
