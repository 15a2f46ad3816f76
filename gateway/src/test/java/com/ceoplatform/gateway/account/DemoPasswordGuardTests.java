package com.ceoplatform.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class DemoPasswordGuardTests {

    @Test
    void letsTheDemoPasswordStayOnThisMachine() {
        assertThatCode(() -> guard("127.0.0.1", Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> guard("::1", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void refusesToOpenItToTheNetwork() {
        assertThatThrownBy(() -> guard("0.0.0.0", Map.of()))
                .isInstanceOf(DemoPasswordExposed.class)
                .hasMessageContaining("Refusing to listen on 0.0.0.0");
        assertThatThrownBy(() -> guard(null, Map.of())).isInstanceOf(DemoPasswordExposed.class);
    }

    @Test
    void opensWithAPasswordOfOnesOwn() {
        assertThatCode(() -> guard("0.0.0.0", Map.of("platform.bootstrap.ceo.password", "my very own secret")))
                .doesNotThrowAnyException();
    }

    @Test
    void saysSoInOneLine() {
        FailureAnalysis analysis = new DemoPasswordExposedAnalyzer().analyze(new DemoPasswordExposed("Refusing."));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("Refusing.").doesNotContain("\n");
    }

    @Test
    void beginsWithTheDocumentedAccount() {
        assertThat(settings(Map.of()).ceo().email()).isEqualTo("ceo@example.com");
        assertThat(settings(Map.of()).toString()).doesNotContain(BootstrapSettings.DEMO_PASSWORD);
    }

    private static DemoPasswordGuard guard(@Nullable String address, Map<String, String> properties)
            throws UnknownHostException {
        ServerProperties server = new ServerProperties();
        server.setAddress(address == null ? null : InetAddress.getByName(address));
        return new DemoPasswordGuard(server, settings(properties));
    }

    private static BootstrapSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.bootstrap", BootstrapSettings.class);
    }
}
