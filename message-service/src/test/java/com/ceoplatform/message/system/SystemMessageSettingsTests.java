package com.ceoplatform.message.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SystemMessageSettingsTests {

    @Test
    void saysEverythingByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new SystemMessageSettings(true, true, true));
    }

    @Test
    void canBeQuietened() {
        assertThat(bind(Map.of(
                        "platform.system-messages.membership", "false",
                        "platform.system-messages.lifecycle", "false",
                        "platform.system-messages.commands", "false")))
                .isEqualTo(new SystemMessageSettings(false, false, false));
    }

    private static SystemMessageSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.system-messages", SystemMessageSettings.class);
    }
}
