package com.ceoplatform.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditSettingsTests {

    @Test
    void keepsTwoYears() {
        assertThat(bind(Map.of()).kept()).isEqualTo(Duration.ofDays(730));
    }

    @Test
    void refusesToForgetWhatTheDatabaseKeeps() {
        assertThatThrownBy(() -> bind(Map.of("platform.audit.kept", "30d")))
                .rootCause()
                .hasMessageContaining("at least 366 days");
    }

    private static AuditSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.audit", AuditSettings.class);
    }
}
