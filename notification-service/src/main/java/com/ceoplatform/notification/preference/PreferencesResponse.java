package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.NotificationKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Every kind of notification and whether it is wanted.
 *
 * @param version also the entity tag
 */
record PreferencesResponse(List<KindPreference> kinds, long version) {

    static final PreferencesResponse DEFAULT = of(Set.of(), 0);

    static PreferencesResponse from(Preferences preferences) {
        return of(preferences.muted(), preferences.version());
    }

    private static PreferencesResponse of(Set<NotificationKind> muted, long version) {
        return new PreferencesResponse(
                Arrays.stream(NotificationKind.values())
                        .map(kind -> new KindPreference(kind, !muted.contains(kind)))
                        .toList(),
                version);
    }
}
