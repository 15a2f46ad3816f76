package com.ceoplatform.gateway.user;

import static com.ceoplatform.gateway.support.GatewayClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayIntegrationTest
class PasswordIntegrationTests {

    private static final String NEW_PASSWORD = "quite another secret";

    @Autowired
    private GatewayClient gateway;

    @Test
    void changesItAndEndsTheOtherLogins() {
        Login other = gateway.loggedIn("staff", null);
        Login mine = other.again();

        assertThat(change(mine.token(), PASSWORD, NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.refresh().status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.refresh().status()).isEqualTo(401);
        assertThat(gateway.login(mine.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(gateway.login(mine.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatMakesNoSense() {
        Login login = gateway.loggedIn("staff", null);

        Answer weak = change(login.token(), PASSWORD, "short");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body().get("errors").get(0).get("field").asString()).isEqualTo("newPassword");
        Answer wrong = change(login.token(), "not my password", NEW_PASSWORD);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("errors").get(0).get("field").asString()).isEqualTo("currentPassword");
        assertThat(gateway.post("/api/v1/auth/password", login.token(), "{}").status())
                .isEqualTo(422);
        assertThat(gateway.post("/api/v1/auth/password", login.token(), "{").status())
                .isEqualTo(400);
        assertThat(change(null, PASSWORD, NEW_PASSWORD).status()).isEqualTo(401);
        assertThat(gateway.login(login.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void slowsDownWhoGuessesItWithAStolenToken() {
        Login login = gateway.loggedIn("staff", null);
        for (int i = 0; i < 5; i++) {
            assertThat(change(login.token(), "guess number " + i, NEW_PASSWORD).status())
                    .isEqualTo(422);
        }

        Answer slowed = change(login.token(), PASSWORD, NEW_PASSWORD);

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.code()).isEqualTo("too_many_attempts");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isPositive();
        assertThat(gateway.patch(
                                login.path(),
                                login.token(),
                                Map.of("password", NEW_PASSWORD, "currentPassword", PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    private Answer change(@org.jspecify.annotations.Nullable String token, String current, String next) {
        return gateway.post("/api/v1/auth/password", token, Map.of("currentPassword", current, "newPassword", next));
    }
}
