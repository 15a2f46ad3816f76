package com.ceoplatform.task.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailSettingsTests {

    private static MailSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.mail", MailSettings.class);
    }

    @Test
    void sendsNothingUnlessAServerIsNamed() {
        assertThat(bind(Map.of())).isEqualTo(new MailSettings("", 587, "", "", "ceo-platform@localhost", false));
        assertThat(bind(Map.of()).isOn()).isFalse();
    }

    @Test
    void takesEveryValueFromTheEnvironmentAndKeepsThePasswordToItself() {
        MailSettings settings = bind(Map.of(
                "platform.mail.host", "mail.example.com",
                "platform.mail.port", "25",
                "platform.mail.user", "u",
                "platform.mail.password", "hush",
                "platform.mail.from", "ceo@example.com",
                "platform.mail.starttls", "true"));

        assertThat(settings).isEqualTo(new MailSettings("mail.example.com", 25, "u", "hush", "ceo@example.com", true));
        assertThat(settings.isOn()).isTrue();
        assertThat(settings.toString()).doesNotContain("hush");
    }
}
