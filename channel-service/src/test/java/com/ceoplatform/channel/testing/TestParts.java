package com.ceoplatform.channel.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A gateway that knows nobody, a task-service, an organisation, and the way to the service. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean(destroyMethod = "close")
    StrangersGateway strangersGateway() throws IOException {
        return new StrangersGateway();
    }

    @Bean
    DynamicPropertyRegistrar gatewayAddress(StrangersGateway gateway) {
        return properties -> properties.add("platform.services.gateway", gateway::address);
    }

    @Bean(destroyMethod = "close")
    TaskService taskService() throws IOException {
        return new TaskService();
    }

    /** Parts small enough that a file of a test has several. */
    @Bean
    DynamicPropertyRegistrar files(TaskService tasks) throws IOException {
        Path directory = Files.createTempDirectory("files");
        return properties -> {
            properties.add("platform.services.task", tasks::address);
            properties.add("platform.storage.directory", directory::toString);
            properties.add("platform.storage.port", () -> "0");
            properties.add("platform.storage.public-endpoint", () -> "");
            properties.add("platform.files.part-size", () -> "64KB");
            properties.add("platform.files.max-size", () -> "400KB");
            properties.add("platform.files.quota.per-user", () -> "1MB");
            properties.add("platform.files.erasure.retry-after", () -> "0s");
        };
    }

    @Bean
    Uploader uploader(ChannelApi api) {
        return new Uploader(api);
    }

    @Bean
    Organisation organisation(JdbcClient jdbc) {
        return new Organisation(jdbc);
    }

    @Bean
    @Lazy
    ChannelApi api(ObjectProvider<WebServerApplicationContext> server) {
        return new ChannelApi(() -> server.getObject().getWebServer().getPort());
    }

    /** Answers 404 to every question for a person. */
    static final class StrangersGateway implements AutoCloseable {

        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        StrangersGateway() throws IOException {
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
