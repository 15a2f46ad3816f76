package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.OwnerOnly;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Redis server that asks for a password and writes what it holds to disk every second. */
public final class LocalRedis {

    public static final String NAME = "redis";

    private static final String EXECUTABLE = "redis-server-7.0.15-linux-amd64";
    private static final int TIMEOUT_MS = 2_000;

    private final DataDirectory data;
    private final int port;
    private final String password;

    public LocalRedis(DataDirectory data, int port, String password) {
        this.data = data;
        this.port = port;
        this.password = password;
    }

    public ProcessSpec prepare() {
        Path program = data.programs().resolve(NAME);
        Program.unpackExecutable(EXECUTABLE, program, "redis-server");
        try {
            Files.createDirectories(data.redis());
            Path settings = writeSettings();
            return ProcessSpec.of(
                    NAME,
                    port,
                    List.of(program.resolve("redis-server").toString(), settings.toString()),
                    Map.of(),
                    data.root());
        } catch (IOException e) {
            throw new LaunchFailure("Cannot prepare " + data.redis() + ": " + e.getMessage(), e);
        }
    }

    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            OutputStream output = socket.getOutputStream();
            output.write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            output.flush();
            InputStream input = socket.getInputStream();
            String expected = "+OK\r\n+PONG\r\n";
            return new String(input.readNBytes(expected.length()), StandardCharsets.US_ASCII).equals(expected);
        } catch (IOException e) {
            return false;
        }
    }

    /** The password stands in a file, because every user of the machine can read command lines. */
    private Path writeSettings() throws IOException {
        Path settings = data.redis().resolve("redis.conf");
        Files.deleteIfExists(settings);
        OwnerOnly.createFile(settings);
        return Files.write(
                settings,
                List.of(
                        "bind 127.0.0.1",
                        "port " + port,
                        "dir \"" + data.redis() + "\"",
                        "requirepass " + password,
                        "appendonly yes",
                        "appendfsync everysec",
                        "save \"\"",
                        "daemonize no",
                        "always-show-logo no"));
    }
}
