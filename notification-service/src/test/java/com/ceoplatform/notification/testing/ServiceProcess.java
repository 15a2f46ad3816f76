package com.ceoplatform.notification.testing;

import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.DatabaseBootstrap;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.notification.NotificationServiceApplication;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The service as a process of its own, on a database and a Kafka that it shares with nobody, to be killed by a test. */
public final class ServiceProcess implements AutoCloseable {

    private static final String DATABASE = "killed";
    private static final String ROLE = "notification";
    private static final Duration START = Duration.ofSeconds(90);

    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 3);
    private final String databaseUrl;
    private final int port;
    private final List<String> command;
    private Process process;

    private ServiceProcess(Outside outside) throws IOException, SQLException {
        kafka.afterPropertiesSet();
        databaseUrl = newDatabase();
        port = freePort();
        command = command(outside);
        process = launched();
    }

    /** Returns when it is ready. */
    public static ServiceProcess start(Outside outside) throws IOException, SQLException {
        return new ServiceProcess(outside);
    }

    public int port() {
        return port;
    }

    public JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl, ROLE, ROLE));
    }

    /** kill -9, and returns when another one in its place is ready. */
    public void killAndStartAgain() throws IOException {
        end();
        process = launched();
    }

    private void end() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private Process launched() throws IOException {
        File log = Path.of("target", "killed-process.log").toFile();
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await("the service is ready, see " + log).atMost(START).until(() -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("The service ended, see " + log.getAbsolutePath());
            }
            return isReady();
        });
        return started;
    }

    private boolean isReady() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                        .toURL()
                        .openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private List<String> command(Outside outside) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                NotificationServiceApplication.class.getName()));
        Map.ofEntries(
                        Map.entry("server.port", port),
                        Map.entry("spring.datasource.url", databaseUrl),
                        Map.entry("spring.datasource.username", ROLE),
                        Map.entry("spring.datasource.password", ROLE),
                        Map.entry("spring.kafka.bootstrap-servers", kafka.getBrokersAsString()),
                        Map.entry(
                                "spring.autoconfigure.exclude",
                                "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration,"
                                        + "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration,"
                                        + "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration"),
                        Map.entry("platform.relay.enabled", false),
                        Map.entry("platform.security.jwk-set-uri", TestTokens.jwkSetUri()),
                        Map.entry("platform.security.issuer", TestTokens.ISSUER),
                        Map.entry("platform.mail.host", "127.0.0.1"),
                        Map.entry("platform.mail.port", outside.smtpPort()),
                        Map.entry("platform.outbound.private-hosts", "127.0.0.1"),
                        Map.entry("platform.delivery.workers", 2),
                        Map.entry("platform.delivery.lease", "3s"),
                        Map.entry("platform.delivery.poll", "200ms"))
                .forEach((name, value) -> words.add("--" + name + "=" + value));
        return words;
    }

    /** That of the test, without its own classes. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                File.pathSeparator,
                Arrays.stream(all.split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }

    private static String newDatabase() throws SQLException {
        Infrastructure infrastructure = Infrastructure.shared();
        String superuser = infrastructure.databaseSuperuser();
        String password = infrastructure.databaseSuperuserPassword();
        try (var connection = DriverManager.getConnection(infrastructure.databaseUrl(), superuser, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        String url = infrastructure.databaseUrl().replaceFirst("/platform$", "/" + DATABASE);
        DatabaseBootstrap.run(
                url,
                superuser,
                password,
                Map.of(ROLE, ROLE, DatabaseBootstrap.RELAY_ROLE, DatabaseBootstrap.RELAY_ROLE));
        return url;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end();
        kafka.destroy();
    }
}
