package com.ceoplatform.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverySettingsTests {

    private static final String PREFIX = "platform.delivery";

    @Test
    void hasDefaults() {
        assertThat(Bound.settings(PREFIX, DeliverySettings.class, Map.of()))
                .isEqualTo(new DeliverySettings(
                        10,
                        Duration.ofSeconds(5),
                        Duration.ofHours(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        8,
                        Duration.ofDays(30)));
    }

    @Test
    void takesWhatIsSaid() {
        assertThat(Bound.settings(
                        PREFIX,
                        DeliverySettings.class,
                        Map.ofEntries(
                                Map.entry("platform.delivery.attempts", "3"),
                                Map.entry("platform.delivery.first-delay", "1s"),
                                Map.entry("platform.delivery.longest-delay", "2m"),
                                Map.entry("platform.delivery.lease", "30s"),
                                Map.entry("platform.delivery.settle", "1s"),
                                Map.entry("platform.delivery.poll", "250ms"),
                                Map.entry("platform.delivery.workers", "2"),
                                Map.entry("platform.delivery.kept", "7d"))))
                .isEqualTo(new DeliverySettings(
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(250),
                        2,
                        Duration.ofDays(7)));
    }
}
