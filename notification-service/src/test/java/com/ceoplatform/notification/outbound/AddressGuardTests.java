package com.ceoplatform.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    private final AddressGuard guard = guard();
    private final AddressGuard lenient = guard("Hooks.Internal", "127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://127.1/hook",
                "https://2130706433/hook",
                "https://localhost/hook",
                "https://10.1.2.3/hook",
                "https://172.16.0.1/hook",
                "https://192.168.1.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/hook",
                "https://0.0.0.0/hook",
                "https://224.0.0.1/hook",
                "https://255.255.255.255/hook",
                "https://198.18.0.1/hook",
                "https://[::1]/hook",
                "https://[::]/hook",
                "https://[fe80::1]/hook",
                "https://[fd00::1]/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://[64:ff9b::7f00:1]/hook",
                "https://[2002:7f00:1::]/hook",
                "https://no-such-host.invalid/hook"
            })
    void refusesWhatIsNotPublic(String address) {
        assertThat(guard.objection(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/hook",
                "ftp://93.184.215.14/hook",
                "file:///etc/passwd",
                "https://user@93.184.215.14/hook",
                "//93.184.215.14/hook",
                "https://93.184.215.14:65536/hook",
                "not an address",
                "https://"
            })
    void refusesWhatIsNoAddressToCall(String address) {
        assertThat(guard.objection(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/hook", "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:8443/hook"})
    void allowsThePublicNetwork(String address) {
        assertThat(guard.objection(address)).isEmpty();
    }

    @Test
    void allowsPrivateHostsThatAreNamed() throws UnknownHostException {
        assertThat(lenient.objection("http://127.0.0.1:9000/hook")).isEmpty();
        assertThat(lenient.objection("http://127.0.0.2:9000/hook")).isPresent();
        assertThat(lenient.resolve("127.0.0.1")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
    }

    /** What is connected to is what the guard resolved: a name cannot change between check and call. */
    @Test
    void refusesAgainWhenTheCallIsMade() {
        assertThatThrownBy(() -> guard.resolve("localhost")).isInstanceOf(RefusedAddressException.class);
    }

    private static AddressGuard guard(String... privateHosts) {
        return new AddressGuard(
                new OutboundSettings(List.of(privateHosts), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
