package com.ceoplatform.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliverySettingsTests {

    private static DeliverySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.realtime.delivery", DeliverySettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new DeliverySettings(Duration.ofMillis(500)));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of("platform.realtime.delivery.resume-grace", "7ms")))
                .isEqualTo(new DeliverySettings(Duration.ofMillis(7)));
    }
}
