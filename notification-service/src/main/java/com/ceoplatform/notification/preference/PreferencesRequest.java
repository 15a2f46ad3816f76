package com.ceoplatform.notification.preference;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants from now on; what is left out is as it is for everybody. */
record PreferencesRequest(
        @NotNull List<@NotNull @Valid KindPreference> kinds,
        @Nullable @Size(max = 500) List<@NotNull UUID> mutedChannelIds,
        @Nullable Instant pausedUntil,
        @Nullable @Valid QuietHours quietHours,
        @Nullable @Valid Batches delivery,
        @Nullable @Valid EscalationPreference escalation) {

    /** @throws DomainException 422, when it contradicts itself */
    Settings settings() {
        QuietHours quiet = quietHours == null ? QuietHours.NONE : quietHours;
        Batches batches = delivery == null ? Batches.NONE : delivery.complete();
        EscalationPreference urgent = escalation == null ? EscalationPreference.USUAL : escalation;
        quiet.check();
        batches.check();
        urgent.check();
        List<UUID> muted = mutedChannelIds == null
                ? List.of()
                : mutedChannelIds.stream().distinct().sorted().toList();
        return new Settings(unusualKinds(), muted, pausedUntil, quiet, batches, urgent);
    }

    private List<KindPreference> unusualKinds() {
        Set<NotificationKind> named = EnumSet.noneOf(NotificationKind.class);
        List<KindPreference> unusual = new ArrayList<>();
        for (int index = 0; index < kinds.size(); index++) {
            KindPreference preference = kinds.get(index).complete();
            if (!named.add(preference.kind())) {
                throw DomainException.invalid("kinds[" + index + "].kind", "is named twice");
            }
            if (!preference.equals(KindPreference.ofEverybody(preference.kind()))) {
                unusual.add(preference);
            }
        }
        return unusual;
    }
}
