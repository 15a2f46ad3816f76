package com.ceoplatform.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayIntegrationTest
class KnownPeopleIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void asksTheDatabaseOnceForManyReaders() {
        Login login = known();
        double before = gets("source");

        for (int i = 0; i < 10; i++) {
            assertThat(gateway.get(login.path(), login.token()).status()).isEqualTo(200);
        }

        assertThat(gets("source")).isEqualTo(before);
    }

    @Test
    void showsAChangeToWhoMadeItAtOnce() {
        Login login = known();

        for (int i = 0; i < 20; i++) {
            Answer changed = gateway.patch(login.path(), login.token(), Map.of("name", "Name " + i));
            Answer read = gateway.get(login.path(), login.token());
            assertThat(read.text("name")).isEqualTo("Name " + i);
            assertThat(read.etag()).isEqualTo(changed.etag());
        }
    }

    @Test
    void carriesTheVersionThatANewPasswordLeadsTo() {
        Login login = known();
        String before = gateway.get(login.path(), login.token()).etag();

        gateway.post(
                "/api/v1/auth/password",
                login.token(),
                Map.of("currentPassword", GatewayClient.PASSWORD, "newPassword", "quite another secret"));

        Answer after = gateway.get(login.path(), login.token(), "If-None-Match", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.etag()).isNotEqualTo(before);
    }

    @Test
    void showsTheChangeOfAnotherGatewayWithinASecond() {
        Login login = known();
        UUID id = UUID.fromString(login.id());

        jdbc.sql("UPDATE person SET name = 'Of another gateway', version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
        assertThat(gateway.get(login.path(), login.token()).text("name")).isNotEqualTo("Of another gateway");
        try (TestEvents events = new TestEvents()) {
            events.send(Topic.USERS, "user.updated", id, Map.of("id", id, "version", 1));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        gateway.get(login.path(), login.token()).text("name").equals("Of another gateway"));
    }

    /** Somebody whom the cache knows. */
    private Login known() {
        Login login = gateway.loggedIn("staff", null);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            double before = gets("process");
            gateway.get(login.path(), login.token());
            return gets("process") > before;
        });
        return login;
    }

    private double gets(String level) {
        return meters.counter("platform.cache.gets", "cache", "user", "level", level)
                .count();
    }
}
