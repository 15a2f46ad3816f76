package com.ceoplatform.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final UUID creator = Ids.next();
    private final UUID colleague = Ids.next();
    private final Reminder reminder = Reminder.schedule(
            new Reminder.Draft("Send the figures", List.of(colleague), NOW.plusSeconds(60)), creator, null, NOW);

    @Test
    void isSeenByItsCreatorAndThoseItReminds() {
        assertThat(reminder.mayBeSeenBy(creator)).isTrue();
        assertThat(reminder.mayBeSeenBy(colleague)).isTrue();
        assertThat(reminder.mayBeSeenBy(Ids.next())).isFalse();
    }

    @Test
    void canBeCancelledMoreThanOnce() {
        reminder.cancel();
        reminder.cancel();

        assertThat(reminder.status()).isEqualTo(ReminderStatus.CANCELLED);
    }

    @Test
    void cannotBeCancelledOncePeopleWereTold() {
        reminder.fire(NOW);

        assertThatThrownBy(reminder::cancel)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("reminder_fired"));
        assertThat(reminder.firedAt()).isEqualTo(NOW);
    }
}
