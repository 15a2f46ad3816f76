package com.ceoplatform.gateway.account;

import static com.ceoplatform.gateway.support.GatewayClient.CEO;
import static com.ceoplatform.gateway.support.GatewayClient.CEO_PASSWORD;
import static com.ceoplatform.gateway.support.GatewayClient.PASSWORD;
import static com.ceoplatform.gateway.support.GatewayClient.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.password.GuessThrottle;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.user.UserDirectory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LoginIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private Passwords passwords;

    @Autowired
    private GuessThrottle throttle;

    @Autowired
    private SignIns signIns;

    @Autowired
    private AuditLog audit;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void logsTheFirstAccountInWithTheClaimsThatServicesNeed() throws ParseException {
        Answer login = gateway.login(" CEO@Example.COM ", CEO_PASSWORD);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.body().get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(login.body().get("expiresIn").asInt()).isEqualTo(900);
        assertThat(login.body().get("user").get("email").asString()).isEqualTo(CEO);
        JWTClaimsSet claims = claims(token(login));
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly("ceo-platform");
        assertThat(claims.getSubject())
                .isEqualTo(login.body().get("user").get("id").asString());
        assertThat(claims.getClaims())
                .containsKeys("exp", "iat", "jti", "sid", "name", "email", "zoneinfo")
                .containsEntry("role", "ceo");
    }

    @Test
    void neverShowsTheHashOfAPassword() {
        assertThat(gateway.login(CEO, CEO_PASSWORD).body().toString())
                .doesNotContain("bcrypt")
                .doesNotContain("assword");
    }

    @Test
    void saysTheSameToAWrongPasswordAndToAnUnknownAddress() {
        JsonNode user = gateway.somebody("staff", null);

        Answer wrong = gateway.login(user.get("email").asString(), "not the right one");
        Answer unknown = gateway.login(UUID.randomUUID() + "@example.com", "not the right one");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("invalid_credentials");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void locksAnAddressOutAfterFailuresWhetherItExistsOrNot() {
        String known = gateway.somebody("staff", null).get("email").asString();
        String unknown = UUID.randomUUID() + "@example.com";

        for (String email : new String[] {known, unknown}) {
            for (int i = 0; i < 5; i++) {
                assertThat(gateway.login(email, "wrong " + i).status()).isEqualTo(401);
            }
            Answer locked = gateway.login(email, PASSWORD);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("too_many_attempts");
            assertThat(Integer.parseInt(locked.header("Retry-After"))).isPositive();
        }
    }

    @Test
    void rotatesRefreshTokensAndEndsTheLoginWhenOneComesTwice() {
        Answer login = login();
        Answer second = refresh(refreshToken(login));
        assertThat(second.status()).isEqualTo(200);
        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(login));

        Answer reuse = refresh(refreshToken(login));

        assertThat(reuse.status()).isEqualTo(401);
        assertThat(reuse.code()).isEqualTo("invalid_refresh_token");
        assertThat(refresh(refreshToken(second)).status()).isEqualTo(401);
        assertThat(gateway.get("/api/v1/users/me", token(second)).status()).isEqualTo(401);
    }

    @Test
    void refusesARefreshTokenThatNobodyGaveOut() {
        assertThat(refresh("x".repeat(43)).status()).isEqualTo(401);
        assertThat(refresh("").status()).isEqualTo(422);
    }

    @Test
    void logsOutAtOnceAndTellsEverybody() throws ParseException {
        Answer login = login();
        String session = claims(token(login)).getStringClaim("sid");

        assertThat(gateway.post("/api/v1/auth/logout", token(login), "").status())
                .isEqualTo(204);

        assertThat(gateway.get("/api/v1/users/me", token(login)).status()).isEqualTo(401);
        assertThat(refresh(refreshToken(login)).status()).isEqualTo(401);
        OutboxProbe.Row event = outbox.last(session, "session.revoked");
        assertThat(event.topic()).isEqualTo("sessions.events");
        assertThat(event.key()).isEqualTo(session);
        assertThat(event.payload().get("sessionId").asString()).isEqualTo(session);
        assertThat(event.actorId()).isNotNull();
        GoldenEvents.assertMatches("session.revoked", event.payload());
    }

    @Test
    void logsOutWithARefreshTokenAlone() {
        Answer login = login();

        assertThat(gateway.post("/api/v1/auth/logout", null, Map.of("refreshToken", refreshToken(login)))
                        .status())
                .isEqualTo(204);

        assertThat(gateway.get("/api/v1/users/me", token(login)).status()).isEqualTo(401);
        assertThat(gateway.post("/api/v1/auth/logout", null, "{}").status()).isEqualTo(401);
    }

    @Test
    void refusesTokensThatAreNotItsOwn() {
        UUID user = UUID.fromString(
                gateway.login(CEO, CEO_PASSWORD).body().get("user").get("id").asString());
        String signed = gateway.ceo();
        String payloadOfAnother =
                signed.split("\\.")[0] + "." + gateway.ceo().split("\\.")[1] + "." + signed.split("\\.")[2];
        String unsigned = "eyJhbGciOiJub25lIn0." + signed.split("\\.")[1] + ".";

        for (String token : new String[] {
            TestTokens.of(user, Role.CEO, null),
            TestTokens.forUser(user).forged().issue(),
            TestTokens.forUser(user).life(Duration.ofHours(-1)).issue(),
            payloadOfAnother,
            unsigned,
            "nonsense",
            "a.b.c"
        }) {
            Answer refused = gateway.get("/api/v1/users/me", token);
            assertThat(refused.status()).as(token).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("unauthenticated");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(gateway.get("/api/v1/tasks", token).status()).isEqualTo(401);
        }
        assertThat(gateway.get("/api/v1/tasks", null).status()).isEqualTo(401);
    }

    @Test
    void offersSingleSignOnOnlyWhereAnIssuerIsConfigured() {
        Answer refused = gateway.post(
                "/api/v1/auth/oidc/authorization", null, Map.of("redirectUri", "https://app.example.com/"));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("single_sign_on_not_found");
    }

    @Test
    void turnsPasswordsOffWhereAnIssuerReplacesThem() {
        LoginService logins =
                new LoginService(directory, passwords, throttle, signIns, audit, new LoginSettings(false));

        assertThatThrownBy(() -> logins.login(new LoginRequest(CEO, CEO_PASSWORD)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("password_login_off"));
    }

    @Test
    void takesNoTokenFromTheAddress() {
        assertThat(gateway.get("/api/v1/users/me?access_token=" + gateway.ceo(), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void publishesItsKeysWithoutTheirPrivateParts() {
        Answer keys = gateway.get("/.well-known/jwks.json", null);

        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.body().get("keys")).isNotEmpty().allSatisfy(key -> {
            assertThat(key.get("crv").asString()).isEqualTo("P-256");
            assertThat(key.get("kid").asString()).isNotEmpty();
            assertThat(key.has("d")).isFalse();
        });
    }

    @Test
    void refusesLoginsThatCannotBeRead() {
        assertThat(gateway.post("/api/v1/auth/login", null, "{").code()).isEqualTo("malformed_request");
        assertThat(gateway.post("/api/v1/auth/login", null, "").code()).isEqualTo("malformed_request");
        assertThat(gateway.post("/api/v1/auth/login", null, "{}").code()).isEqualTo("validation_failed");
        assertThat(gateway.post("/api/v1/auth/login", null, "{\"email\":\"a\\u0000@b\",\"password\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(gateway.get("/api/v1/auth/login", null).code()).isEqualTo("method_not_allowed");
        assertThat(gateway.login("' OR 1=1 --", "' OR 1=1 --").status()).isEqualTo(401);
        assertThat(gateway.login(CEO, "x".repeat(900)).status()).isEqualTo(401);
    }

    @Test
    void writesNoSecretIntoTheLog(CapturedOutput output) {
        Answer login = login();
        refresh(refreshToken(login));
        gateway.login(CEO, "a wrong but telling password");

        assertThat(output.getAll())
                .doesNotContain("a wrong but telling password")
                .doesNotContain(PASSWORD)
                .doesNotContain(refreshToken(login))
                .doesNotContain(token(login));
    }

    private Answer login() {
        return gateway.login(gateway.somebody("staff", null).get("email").asString(), PASSWORD);
    }

    private Answer refresh(String token) {
        return gateway.post("/api/v1/auth/refresh", null, Map.of("refreshToken", token));
    }

    private static String refreshToken(Answer login) {
        return login.body().get("refreshToken").asString();
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
