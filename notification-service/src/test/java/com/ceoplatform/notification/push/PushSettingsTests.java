package com.ceoplatform.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushSettingsTests {

    private static final String PREFIX = "platform.push";

    @Test
    void hasDefaults() {
        assertThat(Bound.settings(PREFIX, PushSettings.class, Map.of()))
                .isEqualTo(new PushSettings("", "", "mailto:postmaster@localhost", Duration.ofDays(1)));
    }

    @Test
    void takesWhatIsSaid() {
        assertThat(Bound.settings(
                        PREFIX,
                        PushSettings.class,
                        Map.ofEntries(
                                Map.entry("platform.push.public-key", "B"),
                                Map.entry("platform.push.private-key", "p"),
                                Map.entry("platform.push.contact", "https://ceo.example"),
                                Map.entry("platform.push.life", "1h"))))
                .isEqualTo(new PushSettings("B", "p", "https://ceo.example", Duration.ofHours(1)));
    }
}
