package com.ceoplatform.notification.preference;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody wants from now on; kinds that are left out are wanted. */
record PreferencesRequest(@NotNull List<@NotNull @Valid KindPreference> kinds) {

    /** @throws DomainException 422, when a kind is named twice */
    Set<NotificationKind> muted() {
        Set<NotificationKind> named = EnumSet.noneOf(NotificationKind.class);
        Set<NotificationKind> muted = EnumSet.noneOf(NotificationKind.class);
        for (int index = 0; index < kinds.size(); index++) {
            KindPreference preference = kinds.get(index);
            if (!named.add(preference.kind())) {
                throw DomainException.invalid("kinds[" + index + "].kind", "is named twice");
            }
            if (!preference.inApp()) {
                muted.add(preference.kind());
            }
        }
        return muted;
    }
}
