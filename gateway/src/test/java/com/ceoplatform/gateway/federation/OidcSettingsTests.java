package com.ceoplatform.gateway.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OidcSettingsTests {

    @Test
    void isOffByDefault() {
        OidcSettings settings = bind(Map.of());

        assertThat(settings.isOn()).isFalse();
        assertThat(settings.provision()).isTrue();
        assertThat(settings.loginLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.scopes()).containsExactlyInAnyOrder("profile", "email");
        assertThat(settings.claims().name()).isEqualTo("name");
        assertThat(settings.claims().role()).isEmpty();
    }

    @Test
    void needsAClientAndAPageToComeBackTo() {
        assertThatThrownBy(() -> bind(Map.of("platform.security.oidc.issuer", "https://id.example.com")))
                .rootCause()
                .hasMessageContaining("needs a client-id and redirect-uris");
    }

    @Test
    void keepsItsSecretToItself() {
        assertThat(bind(Map.of("platform.security.oidc.client-secret", "hush")).toString())
                .doesNotContain("hush");
    }

    private static OidcSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.security.oidc", OidcSettings.class);
    }
}
