package com.ceoplatform.common.test.infrastructure;

import com.ceoplatform.common.test.token.TestTokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Import it into a {@code @SpringBootTest}: the service then runs on real servers, through Spring's connection details,
 * and believes {@link TestTokens}. The relay is off unless the test sets {@code platform.relay.enabled=true}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RealInfrastructure {

    @Bean
    @ConditionalOnProperty("platform.schema")
    JdbcConnectionDetails database(Environment environment) {
        String role = environment.getRequiredProperty("platform.schema");
        return new Database(role, role, Infrastructure.shared().databaseUrl());
    }

    @Bean
    KafkaConnectionDetails kafka() {
        return () -> java.util.List.of(Infrastructure.shared().kafka());
    }

    /** Only where the service uses Redis. */
    @TestConfiguration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.data.redis.core.RedisTemplate")
    static class WithRedis {

        @Bean
        DataRedisConnectionDetails redis() {
            return new Redis();
        }
    }

    @Bean
    DynamicPropertyRegistrar platformProperties() {
        return properties -> {
            properties.add("platform.security.jwk-set-uri", TestTokens::jwkSetUri);
            properties.add("platform.security.issuer", () -> TestTokens.ISSUER);
            properties.add("platform.relay.password", () -> "relay");
            properties.add("platform.relay.enabled", () -> "false");
        };
    }

    private record Database(String getUsername, String getPassword, String getJdbcUrl)
            implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return getUsername;
        }

        @Override
        public String getPassword() {
            return getPassword;
        }

        @Override
        public String getJdbcUrl() {
            return getJdbcUrl;
        }
    }

    private static final class Redis implements DataRedisConnectionDetails {

        @Override
        public Standalone getStandalone() {
            Infrastructure.RedisAddress address = Infrastructure.shared().redis();
            return Standalone.of(address.host(), address.port());
        }
    }
}
