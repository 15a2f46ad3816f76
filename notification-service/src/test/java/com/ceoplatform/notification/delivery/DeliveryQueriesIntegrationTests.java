package com.ceoplatform.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Statements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every query by its index, and their number independent of how much there is. */
@NotificationServiceTest
class DeliveryQueriesIntegrationTests {

    private static final UUID FILLED = UUID.fromString("00000000-0000-4000-8000-0000000000f1");

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private DeliveryStates states;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        jdbc.sql("""
                INSERT INTO dispatch (id, recipient_id, channel, target_id, lane, state, attempts, due_at, created_at, finished_at)
                SELECT gen_random_uuid(), :filled, 'WEBHOOK', :filled, 'BULK',
                    CASE WHEN n % 50 = 0 THEN 'DEAD' ELSE 'SENT' END, 1, now(), now() - n * interval '1 second', now()
                FROM generate_series(1, 20000) n
                WHERE NOT EXISTS (SELECT 1 FROM dispatch WHERE recipient_id = :filled)
                """).param("filled", FILLED).update();
        jdbc.sql("""
                INSERT INTO delivery (id, notification_id, recipient_id, channel, target_id, dispatch_id, due_at, created_at)
                SELECT gen_random_uuid(), gen_random_uuid(), :filled, 'WEBHOOK', :filled, id, now(), now()
                FROM dispatch WHERE recipient_id = :filled
                    AND NOT EXISTS (SELECT 1 FROM delivery WHERE recipient_id = :filled)
                """).param("filled", FILLED).update();
        jdbc.sql("INSERT INTO push_subscription (id, user_id, endpoint, p256dh, auth, created_at)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 'https://push.example/' || n, '', '', now()"
                        + " FROM generate_series(1, 5000) n ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("ANALYZE dispatch, delivery, push_subscription").update();
    }

    @Test
    void findsEverythingByIndex() {
        assertThat(plan(
                        "SELECT id FROM dispatch WHERE lane = 'BULK' AND state = 'PENDING' AND due_at <= now()"
                                + " ORDER BY due_at LIMIT 8 FOR UPDATE SKIP LOCKED",
                        Map.of()))
                .contains("dispatch_due")
                .doesNotContain("Sort");
        assertThat(plan(
                        "SELECT recipient_id, channel, target_id FROM delivery"
                                + " WHERE dispatch_id IS NULL AND due_at <= now()"
                                + " GROUP BY recipient_id, channel, target_id LIMIT 100",
                        Map.of()))
                .containsAnyOf("delivery_waiting", "delivery_digest")
                .doesNotContain("Seq Scan");
        assertThat(plan(DeliveryStates.OF_NOTIFICATION, Map.of("notification", Ids.next())))
                .contains("delivery_notification")
                .contains("delivery_dispatch")
                .doesNotContain("Seq Scan");
        assertThat(plan("SELECT id FROM push_subscription WHERE user_id = :user", Map.of("user", Ids.next())))
                .contains("push_subscription_user");
        assertThat(plan(
                        "DELETE FROM dispatch WHERE finished_at < now() - interval '30 days' AND state <> 'DEAD'",
                        Map.of()))
                .contains("dispatch_finished");
    }

    @Test
    void listsDeadLettersByIndexWithoutSorting() {
        Map<String, Object> first = new HashMap<>();
        Map<String, Object> next = new HashMap<>();

        assertThat(plan(DeliveryStates.deadSql(50, null, first), first))
                .contains("dispatch_dead")
                .doesNotContain("Sort");
        assertThat(plan(
                        DeliveryStates.deadSql(50, Cursor.of(Instant.parse("2030-01-01T00:00:00Z"), Ids.next()), next),
                        next))
                .contains("dispatch_dead")
                .doesNotContain("Sort");
    }

    @Test
    void asksAsOftenForOneAsForMany() {
        Someone[] many = Stream.generate(organisation::staff).limit(40).toArray(Someone[]::new);

        List<String> ofOne = telling(organisation.staff());
        List<String> ofMany = telling(many);

        assertThat(ofMany).hasSameSizeAs(ofOne);
    }

    @Test
    void showsDeliveriesInAFixedNumberOfQueries() {
        Someone sarah = organisation.staff();
        news.tell(NotificationKind.MENTION, "Hello", sarah);
        UUID id = UUID.fromString(api.notifications(sarah).getFirst().path("id").asString());

        assertThat(Statements.of(() -> states.of(sarah.id(), id))).hasSize(2);
        assertThat(Statements.of(() -> states.dead(200, null))).hasSize(1);
    }

    /** All but the events, of which there is one for each person. */
    private List<String> telling(Someone... people) {
        return Statements.of(() -> news.tell(NotificationKind.TASK_ASSIGNED, "A task", people)).stream()
                .filter(sql -> !sql.contains("outbox.event"))
                .toList();
    }

    private String plan(String sql, Map<String, ?> parameters) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
