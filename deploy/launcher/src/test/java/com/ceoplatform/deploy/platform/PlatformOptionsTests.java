package com.ceoplatform.deploy.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.ProjectRoot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformOptionsTests {

    @Test
    void buildLoadTheDemoAndStayOnThisMachineByDefault() {
        PlatformOptions options = PlatformOptions.of(new ProjectRoot(Path.of("/root")), Path.of("/data"), 8080);

        assertThat(options.build()).isTrue();
        assertThat(options.demo()).isTrue();
        assertThat(options.trainCaches()).isTrue();
        assertThat(options.bindAddress()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
    void refuseTheDefaultPasswordWhereOthersCanReachIt(String address) {
        assertThatThrownBy(
                        () -> options(address, PlatformOptions.DEFAULT_PASSWORD).requireSafe())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("PLATFORM_DEMO_PASSWORD")
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void allowTheDefaultPasswordOnThisMachine(String address) {
        assertThatCode(() -> options(address, PlatformOptions.DEFAULT_PASSWORD).requireSafe())
                .doesNotThrowAnyException();
    }

    @Test
    void allowAnyAddressWithAPasswordOfOnesOwn() {
        assertThatCode(() -> options("0.0.0.0", "a-password-of-my-own").requireSafe())
                .doesNotThrowAnyException();
    }

    @Test
    void nameAnAddressThatIsNone() {
        assertThatThrownBy(() -> options("no such address", "x").requireSafe())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--bind no such address");
    }

    private static PlatformOptions options(String bind, String password) {
        return new PlatformOptions(
                new ProjectRoot(Path.of("/root")), Path.of("/data"), new Ports(8080), bind, true, true, true, password);
    }
}
