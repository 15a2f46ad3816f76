package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutingSettingsTests {

    @Test
    void isPatientEnoughForVoiceCommands() {
        RoutingSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("platform.routing", RoutingSettings.class);

        assertThat(settings)
                .isEqualTo(new RoutingSettings(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        new RoutingSettings.Breaker(20, 10, 50, Duration.ofSeconds(3))));
    }
}
