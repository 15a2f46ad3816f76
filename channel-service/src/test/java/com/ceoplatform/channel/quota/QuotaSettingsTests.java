package com.ceoplatform.channel.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class QuotaSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new QuotaSettings(DataSize.ofGigabytes(5), DataSize.ofGigabytes(100)));
    }

    @Test
    void isConfigured() {
        assertThat(bind(Map.of("platform.files.quota.per-user", "1MB", "platform.files.quota.organisation", "1GB")))
                .isEqualTo(new QuotaSettings(DataSize.ofMegabytes(1), DataSize.ofGigabytes(1)));
    }

    private static QuotaSettings bind(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.files.quota", QuotaSettings.class);
    }
}
