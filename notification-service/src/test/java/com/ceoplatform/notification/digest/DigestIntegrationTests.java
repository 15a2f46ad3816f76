package com.ceoplatform.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Outside;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationServiceTest
class DigestIntegrationTests {

    private static final String PREFERENCES = "/notifications/preferences";
    private static final List<String> EVERY_DAY =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Outside outside;

    @Autowired
    private DigestCollector collector;

    @Autowired
    private Withdrawal withdrawal;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    @Test
    void quietHoursDeferAndCollectAndDropNothing() throws MessagingException {
        prefer("quietHours", quietNow());
        news.tell(NotificationKind.MENTION, "First", sarah);
        news.tell(NotificationKind.REMINDER, "Second", sarah);
        assertThat(api.kinds(sarah)).as("the list is never quiet").containsExactly("reminder", "mention");
        assertThat(api.ways(sarah)).containsExactly("email waiting");

        news.tell(NotificationKind.URGENT_MESSAGE, "Fire", sarah);

        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(1));
        assertThat(outside.mailOf(sarah).getFirst().getSubject()).contains("URGENT_MESSAGE");
        prefer("quietHours", Map.of("windows", List.of()));
        makeDue();
        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(2));
        assertThat(outside.mailOf(sarah).get(1).getSubject()).isEqualTo("2 notifications");
        Answer ways = api.get(
                sarah,
                "/notifications/" + api.notifications(sarah).get(1).path("id").asString() + "/deliveries");
        assertThat(ways.at("/items/0/items").asInt()).isEqualTo(2);
    }

    @Test
    void aPauseDefersAsWell() {
        prefer("pausedUntil", clock.instant().plus(Duration.ofHours(1)));

        news.tell(NotificationKind.MENTION, "First", sarah);

        assertThat(api.ways(sarah)).containsExactly("email waiting");
    }

    @Test
    void whoWantsQuietMeanwhileIsNotDisturbed() {
        prefer("delivery", Map.of("email", Map.of("mode", "every", "minutes", 5)));
        news.tell(NotificationKind.MENTION, "First", sarah);
        prefer("quietHours", quietNow());

        makeDue();

        await().untilAsserted(() -> assertThat(dueAt()).isAfter(clock.instant().plus(Duration.ofMinutes(30))));
        assertThat(outside.mailOf(sarah)).isEmpty();
    }

    @Test
    void leavesOutWhatWasTakenBackMeanwhile() {
        prefer("delivery", Map.of("email", Map.of("mode", "daily", "at", "08:00")));
        UUID gone = news.tell(NotificationKind.MENTION, "Gone", sarah);
        news.tell(NotificationKind.MENTION, "Stays", sarah);
        transactions.executeWithoutResult(status -> withdrawal.ofSubject(gone));

        makeDue();

        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(1));
        assertThat(Outside.plain(outside.mailOf(sarah).getFirst()))
                .contains("Stays")
                .doesNotContain("Gone");
    }

    @Test
    void sendsNothingOfWhichNothingStands() {
        prefer("delivery", Map.of("email", Map.of("mode", "every", "minutes", 5)));
        UUID gone = news.tell(NotificationKind.MENTION, "Gone", sarah);
        String path = "/notifications/"
                + api.notifications(sarah).getFirst().path("id").asString();
        transactions.executeWithoutResult(status -> withdrawal.ofSubject(gone));

        makeDue();

        await().untilAsserted(() -> assertThat(states()).containsExactly("WITHDRAWN"));
        assertThat(api.get(sarah, path + "/deliveries").code()).isEqualTo("notification_not_found");
    }

    @Test
    void holdsEveryItemExactlyOnceHoweverManyWriteAndCollect() {
        prefer("delivery", Map.of("email", Map.of("mode", "every", "minutes", 1)));
        int writers = 6;
        int each = 20;
        List<List<String>> written = InParallel.run(writers + 3, number -> {
            List<String> words = new ArrayList<>();
            for (int item = 0; item < each; item++) {
                if (number < writers) {
                    String word = "item:" + Ids.next();
                    news.tell(NotificationKind.MENTION, word, sarah);
                    words.add(word);
                } else {
                    makeDue();
                    collector.collect();
                }
            }
            return words;
        });
        makeDue();

        await().untilAsserted(() -> assertThat(states()).isNotEmpty().containsOnly("SENT"));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        await().untilAsserted(() -> assertThat(states()).containsOnly("SENT"));
        List<String> arrived = outside.mailOf(sarah).stream()
                .flatMap(mail -> items(Outside.plain(mail)).stream())
                .toList();
        assertThat(arrived)
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().flatMap(List::stream).toList());
    }

    private void prefer(String field, Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put("kinds", List.of());
        body.put(field, value);
        assertThat(api.put(sarah, PREFERENCES, body).status()).isEqualTo(200);
    }

    /** Since an hour, for two more. */
    private Map<String, Object> quietNow() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Map.of(
                "zone",
                "UTC",
                "windows",
                List.of(Map.of("days", EVERY_DAY, "from", now.minusHours(1), "to", now.plusHours(2))));
    }

    /** The time that what waits was deferred to has come. */
    private void makeDue() {
        jdbc.sql("UPDATE delivery SET due_at = :now WHERE recipient_id = :user AND dispatch_id IS NULL")
                .param("now", clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("user", sarah.id())
                .update();
    }

    private Instant dueAt() {
        return jdbc.sql("SELECT due_at FROM delivery WHERE recipient_id = :user")
                .param("user", sarah.id())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM dispatch WHERE recipient_id = :user")
                .param("user", sarah.id())
                .query(String.class)
                .list();
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE recipient_id = :user AND dispatch_id IS NULL")
                .param("user", sarah.id())
                .query(Integer.class)
                .single();
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        Matcher matcher = Pattern.compile("item:[0-9a-f-]{36}").matcher(text);
        while (matcher.find()) {
            items.add(matcher.group());
        }
        return items;
    }
}
