package com.ceoplatform.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitSettingsTests {

    @Test
    void isGenerousByDefault() {
        LimitSettings settings = bind(Map.of());

        assertThat(settings.user()).isEqualTo(new LimitSettings.Rate(200, 400));
        assertThat(settings.address()).isEqualTo(new LimitSettings.Address(50, 200));
        assertThat(settings.login()).isEqualTo(new LimitSettings.Login(5, 20));
        assertThat(settings.patience()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void takesWhatIsConfigured() {
        LimitSettings settings =
                bind(Map.of("platform.rate-limits.user.per-second", "7", "platform.rate-limits.user.burst", "9"));

        assertThat(settings.user()).isEqualTo(new LimitSettings.Rate(7, 9));
    }

    @Test
    void refusesALimitThatNeverLetsAnybodyThrough() {
        assertThatThrownBy(() -> bind(Map.of("platform.rate-limits.user.per-second", "0")))
                .rootCause()
                .hasMessageContaining("per-second must be at least 1");
    }

    private static LimitSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.rate-limits", LimitSettings.class);
    }
}
