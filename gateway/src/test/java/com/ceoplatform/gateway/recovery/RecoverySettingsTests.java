package com.ceoplatform.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RecoverySettingsTests {

    @Test
    void hasSensibleDefaults() {
        RecoverySettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("platform.password-reset", RecoverySettings.class);

        assertThat(settings.life()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.mostPerLife()).isEqualTo(3);
        assertThat(settings.firstRetry()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.page()).hasPath("/account/reset-password.html");
    }
}
