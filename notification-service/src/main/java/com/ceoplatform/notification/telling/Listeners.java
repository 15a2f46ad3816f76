package com.ceoplatform.notification.telling;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.notification.delivery.Wishes;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.preference.PreferenceService;
import com.ceoplatform.notification.preference.Settings;
import com.ceoplatform.notification.webhook.Webhooks;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who wants to hear of something, and in which ways. */
@Component
class Listeners {

    /** What concerns one person and nobody else; also not the organisation. */
    private static final Set<NotificationKind> PERSONAL = EnumSet.of(
            NotificationKind.SECURITY_NOTICE,
            NotificationKind.REMINDER,
            NotificationKind.MESSAGE_NOT_SENT,
            NotificationKind.DIRECT_MESSAGE);

    private final PreferenceService preferences;
    private final Webhooks webhooks;
    private final Audience audience;

    Listeners(PreferenceService preferences, Webhooks webhooks, Audience audience) {
        this.preferences = requireNonNull(preferences, "preferences is null");
        this.webhooks = requireNonNull(webhooks, "webhooks is null");
        this.audience = requireNonNull(audience, "audience is null");
    }

    /** Those of the people who want it in any way. */
    Map<UUID, Wishes> among(Map<UUID, Person> people, Notice notice) {
        Map<UUID, Settings> settings = preferences.of(people.keySet());
        Map<UUID, Wishes> wishes = new HashMap<>();
        people.forEach((id, person) -> {
            Settings own = settings.getOrDefault(id, Settings.USUAL);
            Set<DeliveryChannel> channels =
                    own.wanted(notice.kind(), notice.subject().channelId());
            if (!channels.isEmpty()) {
                wishes.put(id, new Wishes(own, channels, HomeZone.of(person)));
            }
        });
        return wishes;
    }

    /** The organisation's own webhooks; they hear nothing of direct conversations and of what is personal. */
    Map<UUID, Wishes> ofOrganisation(Notice notice) {
        if (PERSONAL.contains(notice.kind())) {
            return Map.of();
        }
        List<UUID> hooks = webhooks.ofOrganisation(notice.kind());
        UUID channelId = notice.subject().channelId();
        if (hooks.isEmpty() || (channelId != null && audience.channel(channelId).isDirect())) {
            return Map.of();
        }
        Map<UUID, Wishes> wishes = new HashMap<>();
        hooks.forEach(hook ->
                wishes.put(hook, new Wishes(Settings.USUAL, EnumSet.of(DeliveryChannel.WEBHOOK), ZoneOffset.UTC)));
        return wishes;
    }
}
