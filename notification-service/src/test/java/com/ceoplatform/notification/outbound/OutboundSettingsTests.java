package com.ceoplatform.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboundSettingsTests {

    private static final String PREFIX = "platform.outbound";

    @Test
    void hasDefaults() {
        assertThat(Bound.settings(PREFIX, OutboundSettings.class, Map.of()))
                .isEqualTo(new OutboundSettings(List.of(), Duration.ofSeconds(3), Duration.ofSeconds(15)));
    }

    @Test
    void takesWhatIsSaid() {
        assertThat(Bound.settings(
                        PREFIX,
                        OutboundSettings.class,
                        Map.ofEntries(
                                Map.entry("platform.outbound.private-hosts", "a.internal,b.internal"),
                                Map.entry("platform.outbound.connect", "1s"),
                                Map.entry("platform.outbound.deadline", "5s"))))
                .isEqualTo(new OutboundSettings(
                        List.of("a.internal", "b.internal"), Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }
}
