package com.ceoplatform.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTests {

    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Batching DAILY = new Batching(Batching.Mode.DAILY, null, LocalTime.of(8, 0));

    @Test
    void sendAtOnceByThemselves() {
        assertThat(Settings.USUAL.sendAt(DeliveryChannel.EMAIL, NOON, BERLIN)).isEqualTo(NOON);
    }

    @Test
    void collectForSomeMinutes() {
        Settings settings = with(new Batching(Batching.Mode.EVERY, 15, null), null, QuietHours.NONE);

        assertThat(settings.sendAt(DeliveryChannel.EMAIL, NOON, BERLIN)).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(settings.sendAt(DeliveryChannel.PUSH, NOON, BERLIN)).isEqualTo(NOON);
    }

    @Test
    void collectUntilTheNextMorningWhereThePersonIs() {
        Settings settings = with(DAILY, null, QuietHours.NONE);

        assertThat(settings.sendAt(DeliveryChannel.EMAIL, NOON, BERLIN))
                .isEqualTo(Instant.parse("2026-06-11T06:00:00Z"));
        assertThat(settings.sendAt(DeliveryChannel.EMAIL, Instant.parse("2026-10-24T12:00:00Z"), BERLIN))
                .as("the day after the clock goes back")
                .isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
        assertThat(settings.sendAt(DeliveryChannel.EMAIL, Instant.parse("2026-06-11T06:00:00Z"), BERLIN))
                .as("exactly at the time")
                .isEqualTo(Instant.parse("2026-06-12T06:00:00Z"));
    }

    @Test
    void waitForTheEndOfAPauseAndOfQuietThatFollowsIt() {
        QuietHours afternoon = new QuietHours(
                null,
                List.of(new QuietWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(14, 0), LocalTime.of(16, 0))));
        Settings settings = with(Batching.NONE, NOON.plus(Duration.ofHours(3)), afternoon);

        assertThat(settings.sendAt(DeliveryChannel.EMAIL, NOON, ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-06-10T16:00:00Z"));
    }

    @Test
    void letOnlyWhatIsUrgentThroughFromAMutedConversation() {
        UUID channel = Ids.next();
        Settings settings = new Settings(
                List.of(), List.of(channel), null, QuietHours.NONE, Batches.NONE, EscalationPreference.USUAL);

        assertThat(settings.wanted(NotificationKind.MENTION, channel)).isEmpty();
        assertThat(settings.wanted(NotificationKind.MENTION, Ids.next())).isNotEmpty();
        assertThat(settings.wanted(NotificationKind.URGENT_MESSAGE, channel)).containsExactly(DeliveryChannel.values());
    }

    @Test
    void endMailOfSomeKindsAndKeepTheRest() {
        Settings settings = Settings.USUAL.withoutEmail(EnumSet.of(NotificationKind.MENTION));

        assertThat(settings.wanted(NotificationKind.MENTION, null))
                .isEqualTo(EnumSet.of(DeliveryChannel.IN_APP, DeliveryChannel.PUSH, DeliveryChannel.WEBHOOK));
        assertThat(settings.wanted(NotificationKind.TASK_ASSIGNED, null)).contains(DeliveryChannel.EMAIL);
        assertThat(settings.kinds()).hasSize(1);
        assertThat(settings.withoutEmail(Set.of())).isEqualTo(settings);
    }

    @Test
    void surviveTheDatabase() {
        Settings settings =
                with(DAILY, NOON, new QuietHours(BERLIN, List.of())).withoutEmail(Set.of(NotificationKind.REMINDER));
        SettingsColumn column = new SettingsColumn();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(settings)))
                .isEqualTo(settings);
        assertThat(column.convertToEntityAttribute("{}")).isEqualTo(Settings.USUAL);
    }

    private static Settings with(Batching email, @Nullable Instant pausedUntil, QuietHours quiet) {
        return new Settings(
                List.of(),
                List.of(),
                pausedUntil,
                quiet,
                new Batches(email, Batching.NONE, Batching.NONE),
                EscalationPreference.USUAL);
    }
}
