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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One platform of real processes for all tests of this JVM, on free ports and with an empty data directory. */
final class RunningPlatform implements BeforeAllCallback {

    private static final String CEO_PASSWORD = "correct-horse-demo";

    private static RunningPlatform.Started started;

    /** A platform that serves. */
    record Started(LocalPlatform platform, Path data, Ports ports) implements AutoCloseable {

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
            PlatformOptions options = PlatformOptions.of(ProjectRoot.find(), data, ports.base())
                    .withoutBuild()
                    .withoutTraining()
                    .withDemo(false);
            Progress progress = new Progress(
                    new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                    data.resolve("progress.log"),
                    Clock.systemUTC());
            LocalPlatform platform = new LocalPlatform(options, progress, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            platform.start();
            return new Started(platform, data, ports);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freeBlock() {
        return IntStream.iterate(20_080, base -> base < 30_000, base -> base + 100)
                .filter(base -> IntStream.rangeClosed(base, base + Ports.SPAN)
                        .allMatch(port -> Ports.isFree(InetAddress.getLoopbackAddress(), port)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free block of ports between 20080 and 30000"));
    }
}
