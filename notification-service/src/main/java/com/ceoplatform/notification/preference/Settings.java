package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that one person said about notifications.
 *
 * @param kinds those that they said something of
 * @param mutedChannelIds conversations of which they want to hear nothing but what is urgent
 * @param pausedUntil until when what is not urgent waits; null for no pause
 */
public record Settings(
        List<KindPreference> kinds,
        List<UUID> mutedChannelIds,
        @Nullable Instant pausedUntil,
        QuietHours quietHours,
        Batches delivery,
        EscalationPreference escalation) {

    /** Those of somebody who never said anything. */
    public static final Settings USUAL =
            new Settings(List.of(), List.of(), null, QuietHours.NONE, Batches.NONE, EscalationPreference.USUAL);

    KindPreference of(NotificationKind kind) {
        return kinds.stream()
                .filter(said -> said.kind() == kind)
                .findFirst()
                .map(KindPreference::complete)
                .orElseGet(() -> KindPreference.ofEverybody(kind));
    }

    /** Every kind with the ways in which it is wanted. */
    List<KindPreference> allKinds() {
        return Arrays.stream(NotificationKind.values()).map(this::of).toList();
    }

    /**
     * The ways in which such a notification is wanted; none at all when its conversation is muted and it is not urgent.
     *
     * @param channelId where it is; null outside channels
     */
    public Set<DeliveryChannel> wanted(NotificationKind kind, @Nullable UUID channelId) {
        Set<DeliveryChannel> wanted = EnumSet.noneOf(DeliveryChannel.class);
        if (channelId != null && mutedChannelIds.contains(channelId) && !kind.isUrgent()) {
            return wanted;
        }
        KindPreference preference = of(kind);
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            if (preference.wants(channel)) {
                wanted.add(channel);
            }
        }
        return wanted;
    }

    /**
     * When what happens now may leave by the channel; not before a collection is complete, a pause is over and quiet ends.
     *
     * @param home the zone of the person's profile
     */
    public Instant sendAt(DeliveryChannel channel, Instant now, ZoneId home) {
        Instant collected = delivery.of(channel).next(now, zone(home));
        return notQuiet(collected, home);
    }

    /** The first moment from the given one on at which the person may be disturbed. */
    public Instant notQuiet(Instant from, ZoneId home) {
        Instant afterPause = pausedUntil != null && pausedUntil.isAfter(from) ? pausedUntil : from;
        return quietHours.endOfQuiet(afterPause, home);
    }

    private ZoneId zone(ZoneId home) {
        return quietHours.zone() == null ? home : quietHours.zone();
    }

    /** The same, without mail of these kinds. */
    Settings withoutEmail(Set<NotificationKind> unwanted) {
        List<KindPreference> changed = allKinds().stream()
                .map(preference -> unwanted.contains(preference.kind()) ? preference.withoutEmail() : preference)
                .filter(preference -> !preference.equals(KindPreference.ofEverybody(preference.kind())))
                .toList();
        return new Settings(changed, mutedChannelIds, pausedUntil, quietHours, delivery, escalation);
    }
}
