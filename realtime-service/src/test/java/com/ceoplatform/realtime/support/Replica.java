package com.ceoplatform.realtime.support;

import com.ceoplatform.common.test.infrastructure.Infrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.realtime.RealtimeServiceApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** One running realtime-service on real Kafka and Redis. */
public final class Replica implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Several replicas live in this JVM: the end of one must not take the event loops of the others. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnEventLoops {

        @Bean
        ReactorResourceFactory reactorResources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    /** Starts a replica with further settings ({@code name=value}) and waits until it takes connections. */
    public static Replica start(ChannelServiceStandIn channels, String... settings) {
        Infrastructure infrastructure = Infrastructure.shared();
        List<String> arguments = new ArrayList<>(List.of(
                "server.port=0",
                "spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
                "spring.data.redis.host=" + infrastructure.redis().host(),
                "spring.data.redis.port=" + infrastructure.redis().port(),
                "platform.security.issuer=" + TestTokens.ISSUER,
                "platform.security.jwk-set-uri=" + TestTokens.jwkSetUri(),
                "platform.services.channel=" + channels.address(),
                "logging.level.kafka=error",
                "logging.level.state.change.logger=error",
                "platform.realtime.presence.offline-grace=50ms",
                "platform.realtime.presence.refresh=300ms",
                "platform.realtime.presence.time-to-live=1500ms"));
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting);
        }
        Replica replica =
                new Replica(new SpringApplicationBuilder(RealtimeServiceApplication.class, OwnEventLoops.class)
                        .run(arguments.stream().map(setting -> "--" + setting).toArray(String[]::new)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(replica::isReady);
        return replica;
    }

    public URI socket() {
        return URI.create("ws://127.0.0.1:" + port() + "/ws");
    }

    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private boolean isReady() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(http("/actuator/health/readiness")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
