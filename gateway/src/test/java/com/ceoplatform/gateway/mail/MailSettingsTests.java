package com.ceoplatform.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailSettingsTests {

    @Test
    void hasSensibleDefaults() {
        MailSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("platform.mail", MailSettings.class);

        assertThat(settings.host()).isEmpty();
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.starttls()).isFalse();
        assertThat(new MailServer(settings).isOn()).isFalse();
    }
}
