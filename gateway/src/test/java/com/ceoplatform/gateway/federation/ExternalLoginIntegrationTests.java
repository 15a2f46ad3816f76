package com.ceoplatform.gateway.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.TestServices;
import com.ceoplatform.gateway.user.ExternalProfile;
import com.ceoplatform.gateway.user.UserDirectory;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.schema=gateway",
            "platform.security.keys-directory=${java.io.tmpdir}/gateway-test-keys-${random.uuid}",
            "platform.passwords.strength=4",
            "platform.rate-limits.address.per-second=2000",
            "platform.rate-limits.address.burst=4000",
            "platform.security.oidc.client-id=" + Issuer.CLIENT,
            "platform.security.oidc.client-secret=" + Issuer.CLIENT_SECRET,
            "platform.security.oidc.redirect-uris=" + Issuer.REDIRECT_URI,
            "platform.security.oidc.claims.department=department",
            "platform.security.oidc.claims.role=groups",
            "platform.security.oidc.claims.ceo=board",
            "platform.security.oidc.claims.manager=leads,heads"
        })
@Import({RealInfrastructure.class, TestServices.class, ExternalLoginIntegrationTests.RealIssuer.class})
class ExternalLoginIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private Issuer issuer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    @Test
    void givesSomebodyNewAnAccountThatTheirClaimsDescribe() {
        String name = person(Map.of(
                "name", "Zoë Ünal",
                "groups", List.of("everybody", "leads"),
                "department", "sales",
                "zoneinfo", "Europe/Berlin",
                "locale", "de_DE"));

        Answer login = login(name);

        assertThat(login.status()).isEqualTo(200);
        JsonNode user = login.body().get("user");
        assertThat(user.get("name").asString()).isEqualTo("Zoë Ünal");
        assertThat(user.get("email").asString()).isEqualTo(name + "@example.com");
        assertThat(user.get("role").asString()).isEqualTo("manager");
        assertThat(user.get("department").asString()).isEqualTo("sales");
        assertThat(user.get("timezone").asString()).isEqualTo("Europe/Berlin");
        assertThat(user.get("locale").asString()).isEqualTo("de-DE");
        assertThat(gateway.get("/api/v1/users/me", GatewayClient.token(login)).status())
                .isEqualTo(200);
        assertThat(gateway.login(name + "@example.com", Issuer.PASSWORD).status())
                .isEqualTo(401);
        assertThat(audited(user)).contains("user_created", "external_identity_linked", "signed_in");
    }

    @Test
    void findsThemAgainAndFollowsTheirClaims() {
        String name = person(Map.of("groups", "heads", "department", "sales"));
        String id = login(name).body().get("user").get("id").asString();

        person(name, Map.of("department", "marketing", "email", "moved-" + name + "@example.com"));
        JsonNode user = login(name).body().get("user");

        assertThat(user.get("id").asString()).isEqualTo(id);
        assertThat(user.get("department").asString()).isEqualTo("marketing");
        assertThat(user.get("role").asString()).isEqualTo("staff");
    }

    @Test
    void knowsALocalAccountByTheAddressThatTheIssuerVouchesFor() {
        JsonNode local = gateway.somebody("staff", null);
        String email = local.get("email").asString();

        Answer refused = login(person(Map.of("email", email, "email_verified", false)));
        Answer login = login(person(Map.of("email", email)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("email_not_verified");
        assertThat(login.body().get("user").get("id").asString())
                .isEqualTo(local.get("id").asString());
    }

    @Test
    void neverTakesTheLastCeoTheirRights() {
        Answer login = login(person(Map.of("email", GatewayClient.CEO, "groups", "everybody")));

        assertThat(login.body().get("user").get("role").asString()).isEqualTo("ceo");
    }

    @Test
    void keepsOutWhoIsDeactivatedHere() {
        String name = person(Map.of());
        String id = login(name).body().get("user").get("id").asString();
        gateway.delete("/api/v1/users/" + id, gateway.ceo());

        Answer refused = login(name);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("account_deactivated");
    }

    @Test
    void makesOneAccountHoweverManyFirstLoginsThereAreAtTheSameMoment() {
        String name = person(Map.of());
        List<Map<String, String>> returns = IntStream.range(0, 6)
                .mapToObj(i -> Browser.returned(begin(), name))
                .toList();

        List<Answer> answers = returns.parallelStream().map(this::finish).toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .extracting(answer -> answer.body().get("user").get("id"))
                .containsOnly(answers.getFirst().body().get("user").get("id"));
    }

    @Test
    void finishesOnlyWhatTheSameClientHasBegunAndOnlyOnce() {
        Map<String, String> returned = Browser.returned(begin(), person(Map.of()));
        Map<String, String> lured = new HashMap<>(returned);
        lured.put("loginKey", "somebody else's");

        assertThat(finish(lured).code()).isEqualTo("invalid_state");
        assertThat(finish(returned).status()).isEqualTo(200);
        assertThat(finish(returned).code()).isEqualTo("invalid_state");
    }

    @Test
    void refusesACodeThatTheIssuerDidNotGive() {
        Map<String, String> returned = new HashMap<>(Browser.returned(begin(), person(Map.of())));
        returned.put("code", "made up");

        Answer refused = finish(returned);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid_code");
    }

    @Test
    void refusesTheCodeOfAnotherLogin() {
        Map<String, String> mine = new HashMap<>(Browser.returned(begin(), person(Map.of())));
        Map<String, String> stolen = Browser.returned(begin(), person(Map.of()));
        mine.put("code", stolen.get("code"));

        assertThat(finish(mine).code()).isEqualTo("invalid_code");
    }

    @Test
    void refusesLoginsThatTookTooLong() {
        Map<String, String> returned = Browser.returned(begin(), person(Map.of()));
        jdbc.sql("UPDATE external_login SET started_at = started_at - interval '1 hour'")
                .update();

        assertThat(finish(returned).code()).isEqualTo("invalid_state");
    }

    @Test
    void comesBackToConfiguredPagesOnly() {
        Answer refused = gateway.post(
                "/api/v1/auth/oidc/authorization", null, Map.of("redirectUri", "https://evil.example/callback"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(gateway.post("/api/v1/auth/oidc/authorization", null, "{}").status())
                .isEqualTo(422);
        assertThat(gateway.post("/api/v1/auth/oidc", null, "{}").status()).isEqualTo(422);
        assertThat(gateway.post("/api/v1/auth/oidc", null, "{").status()).isEqualTo(400);
    }

    @Test
    void makesNoAccountsWhereThatIsTurnedOff() {
        OidcSettings settings = settings(issuer.url(), false);
        ExternalAccounts accounts = new ExternalAccounts(jdbc, directory, audit, settings, clock);
        Identity stranger = new Identity(
                issuer.url(),
                UUID.randomUUID().toString(),
                true,
                new ExternalProfile(UUID.randomUUID() + "@example.com", null, null, null, null, null));

        assertThatThrownBy(() -> accounts.find(stranger))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("no_account"));
    }

    @Test
    void saysSoWhenTheIssuerIsAway() {
        OidcProvider provider = new OidcProvider(settings("http://127.0.0.1:1", true));

        assertThatThrownBy(() -> provider.authorizationUri(PendingLogin.start(Issuer.REDIRECT_URI)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("temporarily_unavailable"));
    }

    private static OidcSettings settings(String issuer, boolean provision) {
        return new org.springframework.boot.context.properties.bind.Binder(
                        new org.springframework.boot.context.properties.source.MapConfigurationPropertySource(Map.of(
                                "oidc.issuer",
                                issuer,
                                "oidc.client-id",
                                Issuer.CLIENT,
                                "oidc.redirect-uris",
                                Issuer.REDIRECT_URI,
                                "oidc.provision",
                                String.valueOf(provision))))
                .bindOrCreate("oidc", OidcSettings.class);
    }

    private String person(Map<String, Object> claims) {
        String name = "p" + UUID.randomUUID();
        person(name, claims);
        return name;
    }

    private void person(String name, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(Map.of("email", name + "@example.com", "email_verified", true));
        all.putAll(claims);
        issuer.know(name, all);
    }

    private Answer login(String name) {
        return finish(Browser.returned(begin(), name));
    }

    private JsonNode begin() {
        Answer begun =
                gateway.post("/api/v1/auth/oidc/authorization", null, Map.of("redirectUri", Issuer.REDIRECT_URI));
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.body().get("authorizationUri").asString())
                .startsWith(issuer.url())
                .contains("code_challenge_method=S256", "nonce=");
        return begun.body();
    }

    private Answer finish(Map<String, String> returned) {
        return gateway.post("/api/v1/auth/oidc", null, returned);
    }

    private Stream<String> audited(JsonNode user) {
        return jdbc
                .sql("SELECT type FROM audit_entry WHERE user_id = :user")
                .param("user", UUID.fromString(user.get("id").asString()))
                .query(String.class)
                .list()
                .stream();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class RealIssuer {

        @Bean(destroyMethod = "stop")
        static Issuer issuer() {
            return Issuer.start();
        }

        @Bean
        static DynamicPropertyRegistrar issuerAddress(Issuer issuer) {
            return properties -> properties.add("platform.security.oidc.issuer", issuer::url);
        }
    }
}
