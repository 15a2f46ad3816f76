package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.supervision.GuardedCommand;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One Kafka broker that is its own controller (KRaft), in a JVM of its own. */
public final class LocalKafka {

    public static final String NAME = "kafka";

    private static final short API_VERSIONS = 18;
    private static final int TIMEOUT_MS = 2_000;

    private final DataDirectory data;
    private final int port;
    private final int controllerPort;
    private final Path jars;
    private final Path records;
    private final Path settings;

    /** {@code jars} holds the broker as the build collected it. */
    public LocalKafka(DataDirectory data, int port, int controllerPort, Path jars) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.jars = jars;
        this.records = data.kafka().resolve("records");
        this.settings = data.kafka().resolve("server.properties");
    }

    /** Brings the broker's jars and, on first use, its storage into place. */
    public ProcessSpec prepare() throws InterruptedException {
        try {
            Files.createDirectories(records);
            Path lib = new JarCopy(jars, data.programs().resolve(NAME)).bringUpToDate();
            Files.write(settings, KafkaSettings.lines(port, controllerPort, records));
            formatIfNew(lib);
            return ProcessSpec.of(
                    NAME,
                    port,
                    java(lib, List.of("-Xms96m", "-Xmx256m"), "kafka.Kafka", settings.toString()),
                    Map.of(),
                    data.root());
        } catch (IOException e) {
            throw new LaunchFailure("Cannot prepare " + data.kafka() + ": " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Whether the broker answers the question for its versions, which it does once it may serve. */
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            int correlation = 1;
            ByteBuffer request = ByteBuffer.allocate(10)
                    .putShort(API_VERSIONS)
                    .putShort((short) 0)
                    .putInt(correlation)
                    .putShort((short) -1);
            DataOutputStream output = new DataOutputStream(socket.getOutputStream());
            output.writeInt(request.capacity());
            output.write(request.array());
            output.flush();
            DataInputStream input = new DataInputStream(socket.getInputStream());
            return input.readInt() > 0 && input.readInt() == correlation;
        } catch (IOException e) {
            return false;
        }
    }

    private void formatIfNew(Path lib) throws IOException, InterruptedException {
        if (Files.exists(records.resolve("meta.properties"))) {
            return;
        }
        requireEmpty();
        int code = GuardedCommand.run(
                "kafka-format",
                java(
                        lib,
                        List.of("-Xmx128m"),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        // In one word: an id may begin with a hyphen.
                        "--cluster-id=" + clusterId(),
                        "-c",
                        settings.toString()),
                Map.of(),
                data.root(),
                data.log(NAME),
                data.run());
        if (code != 0) {
            throw new LaunchFailure("Cannot format the storage of Kafka (log: " + data.log(NAME) + ").");
        }
    }

    /** An interrupted format leaves its checkpoint only. */
    private void requireEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(records)) {
            if (entries.anyMatch(entry -> !entry.endsWith("bootstrap.checkpoint"))) {
                throw new LaunchFailure(records + " is not a storage directory of Kafka (meta.properties is missing);"
                        + " move it away, or start anew with ./platform reset.");
            }
        }
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static List<String> java(Path lib, List<String> memory, String... mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Host.java().toString());
        command.addAll(memory);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-cp",
                lib + "/*"));
        command.addAll(List.of(mainAndArguments));
        return command;
    }
}
