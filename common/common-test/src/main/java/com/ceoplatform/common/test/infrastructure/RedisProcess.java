package com.ceoplatform.common.test.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A Redis server of a test's own, which the test may stop and start again on the same port. */
public final class RedisProcess {

    private final Path executable;
    private final int port;
    private Process process;

    private RedisProcess(Path executable, int port) {
        this.executable = executable;
        this.port = port;
        this.process = launch();
    }

    /** Starts a server on a free port of the loopback interface. */
    public static RedisProcess start() {
        try {
            return new RedisProcess(unpack(), freePort());
        } catch (IOException failure) {
            throw new UncheckedIOException("Redis could not be unpacked", failure);
        }
    }

    /** The server lies in the artifact under a name that tells version, system and processor. */
    private static Path unpack() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        String resource = "/redis-server-7.0.15-" + system + "-" + processor;
        Path executable = Files.createTempDirectory("platform-test-redis-").resolve("redis-server");
        try (InputStream server = RedisProcess.class.getResourceAsStream(resource)) {
            if (server == null) {
                throw new IOException("There is no " + resource);
            }
            Files.copy(server, executable);
        }
        if (!executable.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + executable + " executable");
        }
        return executable;
    }

    public int port() {
        return port;
    }

    /** Ends the server at once. */
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, empty, on the same port. */
    public void restart() {
        stop();
        process = launch();
    }

    private Process launch() {
        try {
            Path directory = Files.createTempDirectory("platform-test-redis-");
            Process started = new ProcessBuilder(
                            executable.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile())
                    .start();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException("Redis did not start", failure);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
