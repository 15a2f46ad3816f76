package com.ceoplatform.channel.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A gateway that knows nobody, an organisation, and the way to the service. */
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

    @Bean
    Organisation organisation(JdbcClient jdbc) {
        return new Organisation(jdbc);
    }

    @Bean
    @Lazy
    Api api(ObjectProvider<WebServerApplicationContext> server) {
        return new Api(() -> server.getObject().getWebServer().getPort());
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
