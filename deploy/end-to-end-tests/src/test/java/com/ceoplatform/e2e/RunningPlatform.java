package com.ceoplatform.e2e;

import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.home.Secrets;
import com.ceoplatform.deploy.platform.LocalPlatform;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One platform of real processes for all tests of this JVM, on free ports and with an empty data directory. */
final class RunningPlatform implements BeforeAllCallback {

    /** How long the voice service waits for an answer, and how long it tries again. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CEO_PASSWORD = "correct-horse-demo";

    private static RunningPlatform.Started started;

    /** A platform that serves. */
    record Started(LocalPlatform platform, Path data, Ports ports, Map<PlatformService, FaultProxy> voiceCalls)
            implements AutoCloseable {

        /** What stands between the voice service and another one. */
        FaultProxy between(PlatformService service) {
            return voiceCalls.get(service);
        }

        URI gateway() {
            return platform.address();
        }

        /** Where a service listens, around the gateway. */
        URI service(PlatformService service) {
            return URI.create(service.address("127.0.0.1", ports));
        }

        Person ceo() {
            return Person.login(gateway(), "ceo@example.com", CEO_PASSWORD);
        }

        /** A connection to the database with the role of a service. */
        Connection database(String role) throws SQLException {
            Secrets secrets = Secrets.open(data.resolve("secrets.properties"), List.of());
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/platform", role, secrets.databaseRole(role));
        }

        @Override
        public void close() {
            platform.close();
            voiceCalls.values().forEach(FaultProxy::close);
        }
    }

    static Started get() {
        return started;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(RunningPlatform.class, key -> start(), Started.class);
    }

    private static Started start() {
        try {
            Path data = Files.createTempDirectory("platform-e2e-");
            Ports ports = new Ports(freeBlock());
            Map<PlatformService, FaultProxy> voiceCalls = proxies(ports);
            PlatformOptions options = PlatformOptions.of(ProjectRoot.find(), data, ports.base())
                    .withoutBuild()
                    .withoutTraining()
                    .withDemo(false)
                    .withVariables(Map.of(PlatformService.VOICE, voice(voiceCalls)));
            Progress progress = new Progress(
                    new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                    data.resolve("progress.log"),
                    Clock.systemUTC());
            LocalPlatform platform = new LocalPlatform(options, progress, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            platform.start();
            return new Started(platform, data, ports, voiceCalls);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<PlatformService, FaultProxy> proxies(Ports ports) {
        Map<PlatformService, FaultProxy> proxies = new EnumMap<>(PlatformService.class);
        for (PlatformService service : List.of(
                PlatformService.TASK, PlatformService.CHANNEL, PlatformService.MESSAGE, PlatformService.NOTIFICATION)) {
            proxies.put(service, new FaultProxy(URI.create(service.address("127.0.0.1", ports))));
        }
        return proxies;
    }

    /** The voice service calls the others through the proxies, and loses patience sooner than usual. */
    private static Map<String, String> voice(Map<PlatformService, FaultProxy> calls) {
        Map<String, String> variables = new HashMap<>();
        calls.forEach((service, proxy) ->
                variables.put("PLATFORM_SERVICES_" + service, proxy.address().toString()));
        variables.put("PLATFORM_VOICE_EXECUTION_CALLTIMEOUT", CALL_TIMEOUT.toSeconds() + "s");
        variables.put("PLATFORM_VOICE_EXECUTION_PATIENCE", PATIENCE.toSeconds() + "s");
        return variables;
    }

    private static int freeBlock() {
        return IntStream.iterate(20_080, base -> base < 30_000, base -> base + 100)
                .filter(base -> IntStream.rangeClosed(base, base + Ports.SPAN)
                        .allMatch(port -> Ports.isFree(InetAddress.getLoopbackAddress(), port)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free block of ports between 20080 and 30000"));
    }
}
