package com.ceoplatform.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTests {

    @Test
    void followsFromTheBase() {
        Ports ports = new Ports(8080);

        assertThat(ports.at(3)).isEqualTo(8083);
        assertThat(ports.postgres()).isEqualTo(8090);
        assertThat(ports.kafka()).isEqualTo(8091);
        assertThat(ports.kafkaController()).isEqualTo(8092);
        assertThat(ports.redis()).isEqualTo(8093);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, 65_523, 70_000})
    void refusesABaseWithoutRoom(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--port")
                .hasMessageContaining(Integer.toString(base));
    }

    @Test
    void namesTheTakenPortAndWhoNeedsIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(InetAddress.getLoopbackAddress(), Map.of("redis", port)))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port " + port + " (redis) is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void acceptsFreePorts() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatCode(() -> Ports.requireFree(InetAddress.getLoopbackAddress(), Map.of("redis", port)))
                .doesNotThrowAnyException();
    }
}
