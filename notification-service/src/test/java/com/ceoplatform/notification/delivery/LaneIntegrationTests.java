package com.ceoplatform.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Outside;
import com.ceoplatform.notification.testing.Receiver;
import com.ceoplatform.notification.testing.Receiver.Reply;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is urgent does not wait behind anything else, wherever that is stuck. */
@NotificationServiceTest
class LaneIntegrationTests {

    private static final int MANY = 60;

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Receiver receiver;

    @Autowired
    private Outside outside;

    @Autowired
    private Happenings happenings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    /** The bulk consumer is held up by a lock that the test holds: nothing behind it can move until the test lets go. */
    @Test
    void anUrgentEventOvertakesEverythingThatWaitsToBeTold() {
        UUID command = Ids.next();
        UUID channel = organisation.privateChannel(ceo, sarah);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:command, 0))")
                    .param("command", command.toString())
                    .query((row, number) -> true)
                    .single();
            happenings.task("task.created", Ids.next(), ceo, sarah).by(command).send();
            for (int number = 0; number < MANY; number++) {
                happenings.message(channel, ceo, sarah).by(command).send();
            }

            happenings.message(channel, ceo).with("priority", "urgent").send();

            await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("urgent_message"));
        });
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).hasSize(2));
        await().untilAsserted(() -> assertThat(itemsOfCommand(command)).isEqualTo(MANY + 1));
    }

    /** Every bulk worker hangs at a place that never answers, with more behind them. */
    @Test
    void anUrgentDeliveryOvertakesEverythingThatWaitsToBeSent() {
        String stuck = Ids.next().toString();
        receiver.answers(stuck, Collections.nCopies(10 * MANY, new Reply(0)).toArray(Reply[]::new));
        Someone mike = organisation.staff();
        api.post(ceo, "/webhooks", Map.of("name", "A test", "userId", sarah.id(), "url", receiver.address(stuck)));
        for (int number = 0; number < MANY; number++) {
            news.tell(NotificationKind.MENTION, "Bulk " + number, sarah);
        }
        await().untilAsserted(() -> assertThat(receiver.callsOf(stuck)).hasSizeGreaterThanOrEqualTo(4));

        news.tell(NotificationKind.URGENT_MESSAGE, "Fire", mike);

        await().untilAsserted(() -> assertThat(outside.mailOf(mike)).hasSize(1));
        assertThat(pendingOf(sarah)).isPositive();
        organisation.leaves(sarah);
        jdbc.sql("DELETE FROM dispatch WHERE recipient_id = :user")
                .param("user", sarah.id())
                .update();
    }

    private int pendingOf(Someone person) {
        return jdbc.sql("SELECT count(*) FROM dispatch WHERE recipient_id = :user AND state = 'PENDING'")
                .param("user", person.id())
                .query(Integer.class)
                .single();
    }

    private int itemsOfCommand(UUID command) {
        return api.notifications(sarah).stream()
                .filter(notification ->
                        notification.path("commandId").asString("").equals(command.toString()))
                .mapToInt(notification -> notification.path("items").size())
                .sum();
    }
}
