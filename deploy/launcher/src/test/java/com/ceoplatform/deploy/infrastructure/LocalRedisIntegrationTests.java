package com.ceoplatform.deploy.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRedisIntegrationTests {

    private static final String PASSWORD = "a-password-of-the-tests";

    @TempDir
    private Path directory;

    private DataDirectory data;
    private LocalRedis redis;
    private int port;

    @BeforeEach
    void prepare() {
        data = new DataDirectory(directory.resolve("data"));
        data.create();
        port = Running.freePort();
        redis = new LocalRedis(data, port, PASSWORD);
    }

    @Test
    void keepsItsDataOverARestart() throws IOException {
        try (Running first = start()) {
            assertThat(ask("AUTH " + PASSWORD, "SET kept value")).endsWith("+OK\r\n");
        }
        try (Running second = start()) {
            assertThat(ask("AUTH " + PASSWORD, "GET kept")).endsWith("value\r\n");
        }
    }

    @Test
    void asksForThePasswordAndHidesIt() throws IOException {
        try (Running running = start()) {
            assertThat(ask("GET kept")).startsWith("-NOAUTH");
            assertThat(Path.of("/proc/" + running.process().pid() + "/cmdline"))
                    .content()
                    .doesNotContain(PASSWORD);
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.redis().resolve("redis.conf"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotReadyWhileNobodyListens() {
        assertThat(redis.isReady()).isFalse();
    }

    private Running start() {
        return Running.start(redis.prepare(), data, redis::isReady);
    }

    private String ask(String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((String.join("\r\n", commands) + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.length() - "+OK\r\n".length());
        }
    }
}
