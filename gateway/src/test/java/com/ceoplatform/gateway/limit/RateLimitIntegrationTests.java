package com.ceoplatform.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.TestServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.schema=gateway",
            "platform.security.keys-directory=${java.io.tmpdir}/gateway-test-keys-${random.uuid}",
            "platform.passwords.strength=4",
            "platform.cors.allowed-origins=https://app.example.com",
            "platform.rate-limits.patience=5s",
            "platform.rate-limits.user.per-second=5",
            "platform.rate-limits.user.burst=10",
            "platform.rate-limits.login.per-second=5",
            "platform.rate-limits.login.burst=10"
        })
@Import({RealInfrastructure.class, TestServices.class, RateLimitIntegrationTests.OwnRedis.class})
@ExtendWith(OutputCaptureExtension.class)
class RateLimitIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private RedisProcess server;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Autowired
    private TokenBuckets buckets;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void redisIsThere() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            buckets.take("probe." + UUID.randomUUID(), new LimitSettings.Rate(1, 1))
                    .block();
            return Boolean.TRUE.equals(redis.keys("rate_limit.{probe.*")
                    .hasElements()
                    .onErrorReturn(false)
                    .block());
        });
    }

    @Test
    void limitsEachPersonAndSaysWhenToComeBack() {
        String token = gateway.ceo();

        List<Answer> answers = IntStream.range(0, 40)
                .mapToObj(i -> gateway.get("/api/v1/tasks", token))
                .toList();

        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(meters.counter("gateway.rate.limited", "limit", "user").count())
                .isPositive();
        assertThat(answers.getFirst().status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway.get("/api/v1/tasks", token).status() == 200);
    }

    @Test
    void limitsLoginsOfOneAddressWhateverThePassword() {
        String email = UUID.randomUUID() + "@example.com";

        List<String> codes = IntStream.range(0, 40)
                .mapToObj(i -> gateway.login(email, "wrong").code())
                .toList();

        assertThat(codes).contains("rate_limited");
        assertThat(gateway.login(GatewayClient.CEO, GatewayClient.CEO_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void limitsPasswordResetsOfOneAddressBeforeAnythingElse() {
        String email = UUID.randomUUID() + "@example.com";

        List<Answer> answers = IntStream.range(0, 40)
                .mapToObj(i -> gateway.post("/api/v1/auth/password-reset", null, Map.of("email", email)))
                .toList();

        assertThat(answers).extracting(Answer::status).contains(429);
        assertThat(answers.getFirst().status()).isEqualTo(503);
        assertThat(answers.getFirst().code()).isEqualTo("mail_off");
    }

    @Test
    void leavesNothingInRedis() {
        gateway.get("/api/v1/tasks", gateway.ceo());

        List<Duration> lives = redis.keys("rate_limit.*")
                .flatMap(redis::getExpire)
                .collectList()
                .block();
        assertThat(lives).allMatch(life -> !life.isNegative() && life.toSeconds() <= 60);
    }

    @Test
    void allowsEverythingWithoutRedisAndSaysSoOnce(CapturedOutput output) {
        String token = gateway.ceo();
        server.stop();

        List<Integer> statuses = IntStream.range(0, 60)
                .map(i -> gateway.get("/api/v1/tasks", token).status())
                .boxed()
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSizeGreaterThanOrEqualTo(50);
        assertThat(statuses).doesNotContain(500, 503, 504);
        assertThat(IntStream.range(0, 20)
                        .map(i -> gateway.get("/api/v1/users/me", token).status()))
                .containsOnly(200);
        assertThat(output.getAll().split("requests are not limited until it does", -1))
                .hasSize(2);
        server.restart();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> output.getAll().contains("Redis is back"));
    }

    @Test
    void opensToConfiguredOriginsOnly() {
        Answer allowed = gateway.send(
                "OPTIONS",
                "/api/v1/tasks",
                null,
                BodyPublishers.noBody(),
                "Origin",
                "https://app.example.com",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");

        Answer refused = gateway.post("/api/v1/auth/login", null, Map.of(), "Origin", "https://evil.example");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("origin_not_allowed");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnRedis {

        @Bean(destroyMethod = "stop")
        RedisProcess redisProcess() {
            return RedisProcess.start();
        }

        @Bean
        @Primary
        DataRedisConnectionDetails ownRedis(RedisProcess process) {
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of("127.0.0.1", process.port());
                }
            };
        }
    }
}
