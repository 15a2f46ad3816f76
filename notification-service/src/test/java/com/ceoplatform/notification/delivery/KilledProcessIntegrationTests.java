package com.ceoplatform.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Outside;
import com.ceoplatform.notification.testing.Receiver;
import com.ceoplatform.notification.testing.ServiceProcess;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** kill -9 of the whole process, again and again, while reminders fire and mails, webhook calls and digests go out. */
class KilledProcessIntegrationTests {

    private static final int REMINDERS = 150;
    private static final int COLLECTED = 20;
    private static final int COLLECTORS = 10;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Pattern ITEM = Pattern.compile("item:[0-9a-f-]{36}");

    private final String place = Ids.next().toString();
    private Outside outside;
    private Receiver receiver;
    private ServiceProcess service;
    private JdbcClient database;
    private NotificationApi api;
    private Someone sarah;
    private List<Someone> collectors;

    @BeforeEach
    void start() throws IOException, SQLException {
        outside = new Outside();
        receiver = new Receiver();
        service = ServiceProcess.start(outside);
        database = service.database();
        api = new NotificationApi(service::port);
        Organisation organisation = new Organisation(database);
        sarah = organisation.staff();
        Map<String, Object> webhook = Map.of("name", "A test", "userId", sarah.id(), "url", receiver.address(place));
        assertThat(api.post(organisation.ceo(), "/webhooks", webhook).status()).isEqualTo(201);
        collectors = IntStream.range(0, COLLECTORS)
                .mapToObj(number -> organisation.staff())
                .toList();
        for (Someone collector : collectors) {
            api.put(
                    collector,
                    "/notifications/preferences",
                    Map.of("kinds", List.of(), "delivery", Map.of("email", Map.of("mode", "every", "minutes", 1))));
        }
    }

    @AfterEach
    void stop() {
        service.close();
        receiver.close();
        outside.close();
    }

    @Test
    void everythingArrivesAndNothingIsInTwoDigests() throws IOException {
        Instant soon = Instant.now().plusSeconds(10);
        List<String> single = InParallel.run(REMINDERS, number -> remind(soon, List.of(sarah)));
        List<String> collected = InParallel.run(COLLECTED, number -> remind(soon, collectors));

        for (int share : List.of(5, 30, 65)) {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(LONG_ENOUGH)
                    .until(() -> arrived() * 100 >= 2 * REMINDERS * share);
            service.killAndStartAgain();
        }

        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            assertThat(open()).as("what has not arrived").isZero();
            assertThat(notificationsOf(sarah)).isEqualTo(REMINDERS);
        });
        assertThat(idsByItem(
                        receiver.callsOf(place),
                        call -> new String(call.body(), UTF_8),
                        call -> call.header("webhook-id")))
                .containsOnlyKeys(single)
                .allSatisfy((item, ids) -> assertThat(ids).as(item).hasSize(1));
        assertThat(idsByItem(outside.mailOf(sarah), Outside::plain, KilledProcessIntegrationTests::messageId))
                .containsOnlyKeys(single)
                .allSatisfy((item, ids) -> assertThat(ids).as(item).hasSize(1));
        assertThat(collectors).allSatisfy(collector -> {
            assertThat(notificationsOf(collector)).isEqualTo(COLLECTED);
            assertThat(itemsInDigestsOf(collector)).containsExactlyInAnyOrderElementsOf(collected);
        });
    }

    private String remind(Instant at, List<Someone> people) {
        String item = "item:" + Ids.next();
        List<Object> audience = people.stream().<Object>map(Someone::id).toList();
        assertThat(api.post(sarah, "/reminders", Map.of("about", item, "audience", audience, "at", at))
                        .status())
                .isEqualTo(201);
        return item;
    }

    private int arrived() {
        makeDigestsDue();
        return receiver.callsOf(place).size() + outside.mailOf(sarah).size();
    }

    /** What is still to fire, to be collected or to be sent. */
    private int open() {
        makeDigestsDue();
        return database.sql("SELECT (SELECT count(*) FROM reminder WHERE status = 'SCHEDULED')"
                        + " + (SELECT count(*) FROM delivery WHERE dispatch_id IS NULL)"
                        + " + (SELECT count(*) FROM dispatch WHERE state <> 'SENT')")
                .query(Integer.class)
                .single();
    }

    private void makeDigestsDue() {
        database.sql("UPDATE delivery SET due_at = now() - interval '1 second'"
                        + " WHERE dispatch_id IS NULL AND due_at > now()")
                .update();
    }

    private int notificationsOf(Someone person) {
        return database.sql("SELECT count(*) FROM notification WHERE user_id = :user")
                .param("user", person.id())
                .query(Integer.class)
                .single();
    }

    /** A mail that was sent twice has one id, and counts once. */
    private List<String> itemsInDigestsOf(Someone person) {
        Map<String, List<String>> digests = new HashMap<>();
        outside.mailOf(person).forEach(mail -> digests.put(messageId(mail), items(Outside.plain(mail))));
        List<String> all = new ArrayList<>();
        digests.values().forEach(all::addAll);
        return all;
    }

    private static <T> Map<String, Set<String>> idsByItem(
            List<T> sent, Function<T, String> text, Function<T, String> id) {
        return sent.stream()
                .flatMap(one -> items(text.apply(one)).stream().map(item -> Map.entry(item, id.apply(one))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static List<String> items(String text) {
        Stream<String> found = ITEM.matcher(text).results().map(MatchResult::group);
        return found.distinct().toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
