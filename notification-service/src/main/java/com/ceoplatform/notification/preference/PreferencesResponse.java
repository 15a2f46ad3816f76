package com.ceoplatform.notification.preference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody wants, with what they said nothing of filled in.
 *
 * @param version also the entity tag
 */
record PreferencesResponse(
        List<KindPreference> kinds,
        List<UUID> mutedChannelIds,
        @Nullable Instant pausedUntil,
        QuietHours quietHours,
        Batches delivery,
        EscalationPreference escalation,
        long version) {

    static final PreferencesResponse USUAL = of(Settings.USUAL, 0);

    static PreferencesResponse from(Preferences preferences) {
        return of(preferences.settings(), preferences.version());
    }

    private static PreferencesResponse of(Settings settings, long version) {
        return new PreferencesResponse(
                settings.allKinds(),
                settings.mutedChannelIds(),
                settings.pausedUntil(),
                settings.quietHours(),
                settings.delivery(),
                settings.escalation(),
                version);
    }
}
