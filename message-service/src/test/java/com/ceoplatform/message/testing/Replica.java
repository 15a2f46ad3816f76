package com.ceoplatform.message.testing;

import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import com.ceoplatform.message.MessageServiceApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** One of several processes of the service on the same servers, with a Redis that the test may stop. */
public final class Replica implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Replica on(RedisProcess redis) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        MessageServiceApplication.class, RealInfrastructure.class, TestParts.class, OwnRedis.class)
                .run("--server.port=0", "--test.redis-port=" + redis.port());
        EventTail tail = context.getBean("cacheTail", EventTail.class);
        await().atMost(Duration.ofSeconds(20)).until(tail::isCaughtUp);
        return new Replica(context);
    }

    public MessageApi api() {
        return context.getBean(MessageApi.class);
    }

    public Organisation organisation() {
        return context.getBean(Organisation.class);
    }

    /** How often the process itself knew who may do what. */
    public double processHits() {
        return context.getBean(MeterRegistry.class)
                .counter("platform.cache.gets", "cache", "channel-access", "level", "process")
                .count();
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnRedis {

        @Bean
        @Primary
        DataRedisConnectionDetails ownRedis(Environment environment) {
            int port = environment.getRequiredProperty("test.redis-port", Integer.class);
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of("127.0.0.1", port);
                }
            };
        }
    }
}
