package com.ceoplatform.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import com.ceoplatform.gateway.support.Mailboxes;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayIntegrationTest
class RecoveryIntegrationTests {

    private static final String RESET = "/api/v1/auth/password-reset";
    private static final String NEW_PASSWORD = "quite another secret";
    private static final Pattern LINK = Pattern.compile("https://platform\\.example\\.com/reset#([\\w-]{43})");

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private GreenMail mail;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ResetPost post;

    @Test
    void mailsALinkThatSetsANewPasswordOnce() throws MessagingException {
        Login login = gateway.loggedIn("staff", null);

        assertThat(request(login.email()).status()).isEqualTo(202);

        MimeMessage message = mailboxes.await(login.email(), 1).getFirst();
        assertThat(message.getSubject()).isEqualTo("Reset your password");
        assertThat(message.getFrom()[0].toString()).isEqualTo("Platform <platform@example.com>");
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        String token = token(message);
        assertThat(confirm(token, NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(login.status()).isEqualTo(401);
        assertThat(login.refresh().status()).isEqualTo(401);
        assertThat(gateway.login(login.email(), GatewayClient.PASSWORD).status())
                .isEqualTo(401);
        assertThat(gateway.login(login.email(), NEW_PASSWORD).status()).isEqualTo(200);
        Answer again = confirm(token, "yet another secret");
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("invalid_reset_token");
    }

    @Test
    void keepsTheTokenOutOfTheDatabase() {
        Login login = gateway.loggedIn("staff", null);
        request(login.email());
        String token = token(mailboxes.await(login.email(), 1).getFirst());

        List<String> kept =
                jdbc.sql("SELECT hash FROM reset_token").query(String.class).list();

        assertThat(kept).isNotEmpty().noneMatch(hash -> hash.contains(token));
    }

    @Test
    void saysTheSameOfAddressesThatNobodyHas() {
        Login login = gateway.loggedIn("staff", null);
        String nobody = UUID.randomUUID() + "@example.com";

        Answer unknown = request(nobody);
        Answer known = request(login.email());

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        mailboxes.await(login.email(), 1);
        Awaitility.await().until(() -> pending(nobody) == 0);
        assertThat(mailboxes.of(nobody)).isEmpty();
    }

    @Test
    void mailsNothingToWhoIsDeactivatedOrAProgram() {
        Login login = gateway.loggedIn("staff", null);
        gateway.delete(login.path(), gateway.ceo());

        request(login.email());

        Awaitility.await().until(() -> pending(login.email()) == 0);
        assertThat(mailboxes.of(login.email())).isEmpty();
    }

    @Test
    void sparesAMailboxThatSomebodyWantsToFlood() {
        Login login = gateway.loggedIn("staff", null);
        for (int i = 0; i < 6; i++) {
            assertThat(request(login.email()).status()).isEqualTo(202);
        }

        Awaitility.await().until(() -> pending(login.email()) == 0);
        assertThat(mailboxes.of(login.email())).hasSize(3);
    }

    @Test
    void voidsTheOtherLinksOnceOneIsUsed() {
        Login login = gateway.loggedIn("staff", null);
        request(login.email());
        request(login.email());
        List<String> tokens = mailboxes.await(login.email(), 2).stream()
                .map(RecoveryIntegrationTests::token)
                .toList();

        assertThat(confirm(tokens.getLast(), NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(confirm(tokens.getFirst(), "yet another secret").status()).isEqualTo(401);
    }

    @Test
    void setsOnePasswordHoweverManyUseTheLinkAtTheSameMoment() {
        Login login = gateway.loggedIn("staff", null);
        request(login.email());
        String token = token(mailboxes.await(login.email(), 1).getFirst());

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> confirm(token, "a new secret, number " + i).status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 401);
    }

    @Test
    void letsAWeakPasswordBeCorrected() {
        Login login = gateway.loggedIn("staff", null);
        request(login.email());
        String token = token(mailboxes.await(login.email(), 1).getFirst());

        Answer weak = confirm(token, "short");

        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body().get("errors").get(0).get("field").asString()).isEqualTo("newPassword");
        assertThat(confirm(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void unlocksWhoHasShownToOwnTheAddress() {
        Login login = gateway.loggedIn("staff", null);
        for (int i = 0; i < 5; i++) {
            gateway.login(login.email(), "wrong " + i);
        }
        assertThat(gateway.login(login.email(), GatewayClient.PASSWORD).status())
                .isEqualTo(429);
        request(login.email());

        confirm(token(mailboxes.await(login.email(), 1).getFirst()), NEW_PASSWORD);

        assertThat(gateway.login(login.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesLinksThatAreTooOld() {
        Login login = gateway.loggedIn("staff", null);
        request(login.email());
        String token = token(mailboxes.await(login.email(), 1).getFirst());
        jdbc.sql("UPDATE reset_token SET expires_at = created_at WHERE user_id = :user")
                .param("user", UUID.fromString(login.id()))
                .update();

        assertThat(confirm(token, NEW_PASSWORD).code()).isEqualTo("invalid_reset_token");
        assertThat(confirm("x".repeat(43), NEW_PASSWORD).status()).isEqualTo(401);
        assertThat(gateway.post(RESET + "/confirm", null, "{}").status()).isEqualTo(422);
        assertThat(gateway.post(RESET, null, "{}").status()).isEqualTo(422);
        assertThat(gateway.post(RESET, null, "{").status()).isEqualTo(400);
    }

    @Test
    void triesAgainWhenTheMailServerIsAway() {
        Login login = gateway.loggedIn("staff", null);
        mail.stop();
        assertThat(request(login.email()).status()).isEqualTo(202);
        Awaitility.await().until(() -> attempts(login.email()) > 0);

        mail.start();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            post.work();
            return mailboxes.of(login.email()).size() == 1;
        });
        assertThat(pending(login.email())).isZero();
    }

    @Test
    void servesThePageThatTheLinkLeadsTo() {
        Answer page = gateway.get("/account/reset-password.html", null);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.content()).contains("reset-password.js").doesNotContain("<script>");
        assertThat(gateway.get("/account/reset-password.js", null).status()).isEqualTo(200);
    }

    private Answer request(String email) {
        return gateway.post(RESET, null, Map.of("email", email));
    }

    private Answer confirm(String token, String password) {
        return gateway.post(RESET + "/confirm", null, Map.of("token", token, "newPassword", password));
    }

    private int pending(String email) {
        return jdbc.sql("SELECT count(*) FROM reset_request WHERE email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private int attempts(String email) {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM reset_request WHERE email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private static String token(MimeMessage message) {
        Matcher link = LINK.matcher(GreenMailUtil.getBody(message));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
