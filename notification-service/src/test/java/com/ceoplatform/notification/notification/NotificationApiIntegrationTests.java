package com.ceoplatform.notification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationServiceTest
class NotificationApiIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Notifier notifier;

    @Autowired
    private TransactionTemplate transactions;

    private final OutboxProbe outbox = new OutboxProbe();
    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    @Test
    void listsTheNewestFirstInPagesThatStayStable() {
        List<UUID> subjects = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            subjects.addFirst(tell(sarah));
        }

        Answer first = api.get(sarah, "/notifications?limit=2");
        tell(sarah);
        Answer second = api.get(sarah, "/notifications?limit=2&cursor=" + first.text("nextCursor"));
        Answer third = api.get(sarah, "/notifications?limit=2&cursor=" + second.text("nextCursor"));

        List<String> seen = new ArrayList<>();
        List.of(first, second, third).forEach(page -> seen.addAll(subjects(page)));
        assertThat(seen).isEqualTo(subjects.stream().map(UUID::toString).toList());
        assertThat(third.body().path("nextCursor").isNull()).isTrue();
        assertThat(third.body().path("unreadCount").asInt()).isEqualTo(6);
    }

    @Test
    void filtersByWhetherTheyWereRead() {
        String read = tell(sarah).toString();
        api.post(sarah, "/notifications/" + only(sarah) + "/read", null);
        String unread = tell(sarah).toString();

        assertThat(subjects(api.get(sarah, "/notifications?unread=true"))).containsExactly(unread);
        assertThat(subjects(api.get(sarah, "/notifications?unread=false"))).containsExactly(read);
        Answer all = api.get(sarah, "/notifications");
        assertThat(subjects(all)).containsExactly(unread, read);
        assertThat(all.body().path("unreadCount").asInt()).isEqualTo(1);
    }

    @Test
    void marksAsReadOnceAndTellsOtherDevices() {
        tell(sarah);
        String id = only(sarah);

        Answer first = api.post(sarah, "/notifications/" + id + "/read", null);
        Answer again = api.post(sarah, "/notifications/" + id + "/read", null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(first.body().path("read").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(outbox.types(id)).containsExactly("notification.created", "notification.read");
        OutboxProbe.Row event = outbox.last(id, "notification.read");
        GoldenEvents.assertMatches("notification.read", event.payload());
        assertThat(event.payload()).isEqualTo(first.body());
    }

    @Test
    void readsOneWithItsVersion() {
        tell(sarah);
        String path = "/notifications/" + only(sarah);

        Answer answer = api.get(sarah, path);

        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(api.get(sarah, path, "If-None-Match", "\"0\"").status()).isEqualTo(304);
        Answer stale = api.post(sarah, path + "/read", null, "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(api.post(sarah, path + "/read", null, "If-Match", "\"0\"").status())
                .isEqualTo(200);
    }

    @Test
    void acknowledgingMarksAsReadOnce() {
        tell(sarah);
        String path = "/notifications/" + only(sarah);

        Answer first = api.post(sarah, path + "/acknowledge", null);
        Answer again = api.post(sarah, path + "/acknowledge", null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("acknowledgedAt")).isNotEmpty();
        assertThat(first.at("read").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(outbox.types(first.id())).containsExactly("notification.created", "notification.read");
        assertThat(api.post(organisation.ceo(), path + "/acknowledge", null).code())
                .isEqualTo("notification_not_found");
        assertThat(api.post(sarah, "/notifications/x/acknowledge", null).status())
                .isEqualTo(400);
    }

    @Test
    void keepsWhatIsNotWantedInTheListOutOfIt() {
        UUID subject = Ids.next();
        transactions.executeWithoutResult(status -> notifier.deliver(
                List.of(new Recipient(sarah.id(), false)),
                new Item(
                        NotificationKind.MENTION,
                        "Somebody mentioned you",
                        "Hello",
                        new Subject(SubjectKind.TASK, subject, "A task", null)),
                null,
                null));

        Answer list = api.get(sarah, "/notifications");

        assertThat(list.items("id")).isEmpty();
        assertThat(list.at("unreadCount").asInt()).isZero();
    }

    @Test
    void hidesTheNotificationsOfOthersEvenFromTheCeo() {
        tell(sarah);
        String path = "/notifications/" + only(sarah);

        for (Someone other : List.of(organisation.staff(), organisation.ceo())) {
            assertThat(api.get(other, path).code()).isEqualTo("notification_not_found");
            assertThat(api.post(other, path + "/read", null).status()).isEqualTo(404);
            assertThat(api.notifications(other)).isEmpty();
            api.post(other, "/notifications/read-all", null);
        }
        assertThat(api.get(sarah, path).body().path("read").asBoolean()).isFalse();
    }

    @Test
    void marksAllAsReadExactlyOnceUnderConcurrency() {
        for (int number = 0; number < 30; number++) {
            tell(sarah);
        }
        List<String> ids = api.get(sarah, "/notifications").items("id");

        List<Integer> counts = InParallel.run(
                8,
                number -> number % 2 == 0
                        ? api.post(sarah, "/notifications/read-all", null)
                                .body()
                                .path("read")
                                .asInt()
                        : oneByOne(ids));

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(30);
        assertThat(api.get(sarah, "/notifications?unread=true").items("id")).isEmpty();
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(outbox.types(id)).containsExactly("notification.created", "notification.read"));
    }

    /** Marks each, in the other direction; counts none, because the answer does not say who was first. */
    private int oneByOne(Collection<String> ids) {
        for (String id : List.copyOf(ids).reversed()) {
            assertThat(api.post(sarah, "/notifications/" + id + "/read", null).status())
                    .isEqualTo(200);
        }
        return 0;
    }

    @Test
    void addsEverythingOfACommandToOneNotificationUnderConcurrency() {
        UUID command = Ids.next();

        InParallel.run(12, number -> tell(sarah, command));

        assertThat(api.notifications(sarah)).hasSize(1);
        assertThat(api.notifications(sarah).getFirst().path("items")).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unread=perhaps", "limit=0", "limit=201", "limit=ten", "cursor=x", "cursor=bm90aGluZw"})
    void refusesParametersThatMakeNoSense(String query) {
        Answer answer = api.get(sarah, "/notifications?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_parameter");
    }

    @Test
    void refusesIdsThatAreNone() {
        assertThat(api.get(sarah, "/notifications/x").status()).isEqualTo(400);
        assertThat(api.post(sarah, "/notifications/x/read", null).code()).isEqualTo("invalid_parameter");
        assertThat(api.get(sarah, "/notifications/" + Ids.next()).status()).isEqualTo(404);
    }

    @Test
    void refusesWhoeverDoesNotProveWhoTheyAre() {
        List<String> tokens = List.of(
                "nonsense",
                TestTokens.forUser(sarah.id()).forged().issue(),
                TestTokens.forUser(sarah.id()).issuer("somebody-else").issue(),
                TestTokens.forUser(sarah.id()).audience("other").issue(),
                TestTokens.forUser(sarah.id()).life(Duration.ofMinutes(-5)).issue());

        assertThat(tokens).allSatisfy(token -> {
            Answer answer = api.send("GET", token, "/notifications", null);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
        });
        assertThat(api.send("POST", null, "/notifications/read-all", "").status())
                .isEqualTo(401);
        assertThat(api.send("POST", null, "/reminders", "{}").status()).isEqualTo(401);
        assertThat(api.send("PUT", null, "/notifications/preferences", "{}").status())
                .isEqualTo(401);
    }

    private UUID tell(Someone person) {
        return tell(person, null);
    }

    private UUID tell(Someone person, @Nullable UUID command) {
        UUID subject = Ids.next();
        Item item = new Item(
                NotificationKind.TASK_ASSIGNED,
                "Somebody assigned you a task",
                "A task",
                new Subject(SubjectKind.TASK, subject, "A task", null));
        transactions.executeWithoutResult(
                status -> notifier.deliver(List.of(new Recipient(person.id(), true)), item, null, command));
        return subject;
    }

    private String only(Someone person) {
        return api.notifications(person).getFirst().path("id").asString();
    }

    private static List<String> subjects(Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("subject").path("id").asString())
                .toList();
    }
}
