package com.ceoplatform.task.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final UUID organiser = Ids.next();
    private final Meeting meeting =
            Meeting.schedule("Review", NOW.plusSeconds(3600), Duration.ofMinutes(45), organiser, ZoneOffset.UTC, NOW);

    @Test
    void keepsItsLengthWhenItIsMoved() {
        meeting.reschedule(NOW.plusSeconds(7200), meeting.length());

        assertThat(meeting.response().endAt()).isEqualTo(NOW.plusSeconds(7200 + 45 * 60));
        assertThat(meeting.response().durationMinutes()).isEqualTo(45);
    }

    @Test
    void isNotChangedAfterItWasCancelled() {
        meeting.cancel(NOW);

        assertThat(meeting.response().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThatThrownBy(() -> meeting.rename("x")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> meeting.cancel(NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void isOfItsOrganiserAndThoseInvited() {
        UUID guest = Ids.next();
        meeting.invite(List.of(guest, guest));

        assertThat(meeting.attendeeIds()).containsExactly(guest);
        assertThat(meeting.isOf(guest)).isTrue();
        assertThat(meeting.isOf(organiser)).isTrue();
        assertThat(meeting.isOf(Ids.next())).isFalse();
    }
}
