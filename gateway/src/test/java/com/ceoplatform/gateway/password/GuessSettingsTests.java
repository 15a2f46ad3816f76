package com.ceoplatform.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GuessSettingsTests {

    private final GuessSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("platform.login", GuessSettings.class);

    @ParameterizedTest
    @CsvSource({"1,PT0S", "4,PT0S", "5,PT1S", "6,PT2S", "7,PT4S", "9,PT16S", "10,PT15M", "1000,PT15M"})
    void makesEachFailureWaitLonger(int failures, Duration delay) {
        assertThat(settings.delayAfter(failures)).isEqualTo(delay);
    }

    @Test
    void neverWaitsLongerThanALockTakes() {
        GuessSettings steep =
                new GuessSettings(0, Duration.ofMinutes(10), 100, Duration.ofMinutes(15), Duration.ofHours(1));

        assertThat(steep.delayAfter(50)).isEqualTo(Duration.ofMinutes(15));
    }
}
