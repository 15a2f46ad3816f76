package com.ceoplatform.notification.preference;

import com.ceoplatform.common.json.PlatformJson;
import jakarta.persistence.AttributeConverter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Settings as JSON text. What an older version did not know is as it is for everybody. */
class SettingsColumn implements AttributeConverter<Settings, String> {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private record Stored(
            @Nullable List<KindPreference> kinds,
            @Nullable List<UUID> mutedChannelIds,
            @Nullable Instant pausedUntil,
            @Nullable QuietHours quietHours,
            @Nullable Batches delivery,
            @Nullable EscalationPreference escalation) {

        Settings settings() {
            return new Settings(
                    kinds == null ? List.of() : kinds,
                    mutedChannelIds == null ? List.of() : mutedChannelIds,
                    pausedUntil,
                    quietHours == null ? QuietHours.NONE : quietHours,
                    delivery == null ? Batches.NONE : delivery,
                    escalation == null ? EscalationPreference.USUAL : escalation);
        }
    }

    static Settings read(String text) {
        return MAPPER.readValue(text, Stored.class).settings();
    }

    @Override
    public String convertToDatabaseColumn(Settings settings) {
        return MAPPER.writeValueAsString(settings);
    }

    @Override
    public Settings convertToEntityAttribute(String text) {
        return read(text);
    }
}
