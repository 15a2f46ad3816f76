package com.ceoplatform.notification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final Item invitation = item(NotificationKind.CHANNEL_INVITATION, "Dana added you to a channel", "Launch");
    private final Item assignment = item(NotificationKind.TASK_ASSIGNED, "Dana assigned you a task", "Content plan");

    private final Notification notification =
            Notification.of(new Recipient(Ids.next(), true), invitation, Ids.next(), Ids.next(), NOW);

    private static Item item(NotificationKind kind, String title, String body) {
        return new Item(kind, title, body, new Subject(SubjectKind.TASK, Ids.next(), body, null));
    }

    @Test
    void saysWhatItsOneItemSays() {
        assertThat(notification.title()).isEqualTo("Dana added you to a channel");
        assertThat(notification.body()).isEqualTo("Launch");
        assertThat(notification.isRead()).isFalse();
    }

    @Test
    void letsTheMostPressingItemLead() {
        notification.add(assignment);

        assertThat(notification.kind()).isEqualTo(NotificationKind.TASK_ASSIGNED);
        assertThat(notification.title()).isEqualTo("Dana assigned you a task");
        assertThat(notification.body()).isEqualTo("Content plan\nDana added you to a channel: Launch");
        assertThat(notification.items()).containsExactly(assignment, invitation);
    }

    @Test
    void isUnreadAgainWhenItTellsMore() {
        notification.markRead(NOW);

        notification.add(assignment);

        assertThat(notification.isRead()).isFalse();
        assertThat(notification.readAt()).isNull();
    }

    @Test
    void tellsTheSameThingOnce() {
        notification.add(assignment);
        Item renamed = new Item(assignment.kind(), assignment.title(), "Renamed", assignment.subject());

        notification.add(renamed);

        assertThat(notification.items()).containsExactly(renamed, invitation);
    }

    @Test
    void isReadOnce() {
        assertThat(notification.markRead(NOW)).isTrue();
        assertThat(notification.markRead(NOW.plus(Duration.ofMinutes(1)))).isFalse();
        assertThat(notification.readAt()).isEqualTo(NOW);
    }

    @Test
    void keepsWhatIsStillTrue() {
        notification.add(assignment);
        UUID task = assignment.subject().id();

        assertThat(notification.withdraw(item -> item.isAbout(task), NOW)).isTrue();

        assertThat(notification.withdrawnAt()).isNull();
        assertThat(notification.items()).containsExactly(invitation);
        assertThat(notification.kind()).isEqualTo(NotificationKind.CHANNEL_INVITATION);
    }

    @Test
    void forgetsTheWordsOnceNothingIsTrueAnyMore() {
        assertThat(notification.withdraw(item -> true, NOW)).isTrue();

        assertThat(notification.withdrawnAt()).isEqualTo(NOW);
        assertThat(notification.body()).isEmpty();
        assertThat(notification.items()).extracting(Item::body).containsExactly("");
        assertThat(notification.withdraw(item -> true, NOW)).isFalse();
    }

    @Test
    void saysTheNewWordsWithoutBeingUnreadAgain() {
        UUID subject = invitation.subject().id();
        notification.markRead(NOW);

        assertThat(notification.reword(subject, "Spring launch")).isTrue();
        assertThat(notification.reword(subject, "Spring launch")).isFalse();

        assertThat(notification.body()).isEqualTo("Spring launch");
        assertThat(notification.isRead()).isTrue();
    }

    @Test
    void isNotTouchedByWhatItDoesNotTellOf() {
        assertThat(notification.withdraw(item -> item.isAbout(Ids.next()), NOW)).isFalse();

        assertThat(notification.items()).containsExactly(invitation);
    }
}
