package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Upstream;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayIntegrationTest
class FailingServiceIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private Upstream upstream;

    @Test
    void passesProblemsOfServicesThroughAndHidesEverythingElse() {
        Answer own = gateway.get("/api/v1/tasks/problem", gateway.ceo());
        assertThat(own.status()).isEqualTo(503);
        assertThat(own.code()).isEqualTo("own_problem");

        Answer broken = gateway.get("/api/v1/tasks/broken", gateway.ceo());
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.code()).isEqualTo("temporarily_unavailable");
        assertThat(broken.body().toString()).doesNotContain("secret.Place");
    }

    @Test
    void givesUpOnASlowServiceInTimeAndThenLeavesItAlone() {
        String ceo = gateway.ceo();
        Answer slow = gateway.post("/api/v1/reminders/slow", ceo, "{}");
        assertThat(slow.status()).isEqualTo(504);
        assertThat(slow.code()).isEqualTo("upstream_timeout");

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            int before = upstream.seen().size();
            Answer refused = gateway.get("/api/v1/reminders/broken", ceo);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(upstream.seen()).hasSize(before);
        });
        assertThat(gateway.get("/api/v1/tasks", ceo).status()).isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.get("/api/v1/reminders", ceo).status() == 200);
    }

    @Test
    void asksAgainOnlyWhenNothingCanHappenTwice() {
        assertThat(gateway.get("/api/v1/tasks/flaky", gateway.ceo()).status()).isEqualTo(200);

        long before = upstream.seen().stream()
                .filter("POST /api/v1/tasks/flaky"::equals)
                .count();
        assertThat(gateway.post("/api/v1/tasks/flaky", gateway.ceo(), "{}").status())
                .isEqualTo(503);
        long after = upstream.seen().stream()
                .filter("POST /api/v1/tasks/flaky"::equals)
                .count();
        assertThat(after - before).isEqualTo(1);
    }
}
