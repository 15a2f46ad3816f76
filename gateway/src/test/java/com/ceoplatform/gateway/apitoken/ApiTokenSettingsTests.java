package com.ceoplatform.gateway.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApiTokenSettingsTests {

    @Test
    void hasSensibleDefaults() {
        ApiTokenSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("platform.api-tokens", ApiTokenSettings.class);

        assertThat(settings)
                .isEqualTo(new ApiTokenSettings(Duration.ofDays(90), Duration.ofDays(366), Duration.ofMinutes(5), 50));
    }
}
