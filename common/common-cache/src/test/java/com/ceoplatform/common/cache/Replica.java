package com.ceoplatform.common.cache;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** One process of several that share Kafka and Redis. */
final class Replica implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TwoLevelCache<Thing> things;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
        this.things = context.getBean(Caches.class).cache("things", Topic.TASKS, Thing.class, Thing::version);
    }

    record Thing(UUID id, String text, long version) {}

    static Replica on(int redisPort) throws InterruptedException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run("--redis-port=" + redisPort, "--spring.application.name=cache-test");
        context.getBean("cacheTail", EventTail.class).awaitCaughtUp(java.time.Duration.ofSeconds(20));
        return new Replica(context);
    }

    TwoLevelCache<Thing> things() {
        return things;
    }

    double gets(String level) {
        return count("platform.cache.gets", "cache", "things", "level", level);
    }

    double count(String meter, String... tags) {
        return context.getBean(MeterRegistry.class).counter(meter, tags).count();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
            })
    static class Application {

        @Bean
        KafkaConnectionDetails kafka() {
            return () -> List.of(Infrastructure.shared().kafka());
        }

        @Bean
        DataRedisConnectionDetails redis(org.springframework.core.env.Environment environment) {
            int port = environment.getRequiredProperty("redis-port", Integer.class);
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of("127.0.0.1", port);
                }
            };
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
