package com.ceoplatform.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import com.ceoplatform.gateway.support.Mailboxes;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayIntegrationTest
class SecurityNoticeIntegrationTests {

    private static final String NEW_PASSWORD = "quite another secret";

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private GreenMail mail;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsWhenAndFromWhereAPasswordWasChanged() throws MessagingException {
        Login login = gateway.loggedIn("staff", null);
        gateway.patch(login.path(), login.token(), Map.of("name", "Zoë <b>", "timezone", "America/New_York"));

        assertThat(changePassword(login).status()).isEqualTo(204);

        MimeMessage message = mailboxes.await(login.email(), 1).getFirst();
        assertThat(message.getSubject()).isEqualTo("Your password was changed");
        assertThat(Mailboxes.text(message))
                .startsWith("Hello Zoë <b>,")
                .containsPattern("When: \\w+day, \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d:\\d\\d \\(America/New_York\\)")
                .contains("Device: Java client", "IP address: 127.0.0.1", "If it was not you")
                .doesNotContain("By: ", NEW_PASSWORD);
        assertThat(Mailboxes.html(message)).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void tellsThatSomebodyElseSetAPassword() {
        Login login = gateway.loggedIn("staff", null);

        gateway.patch(login.path(), gateway.ceo(), Map.of("password", NEW_PASSWORD));

        assertThat(textTo(login.email())).contains("By: somebody who may administer accounts");
    }

    @Test
    void tellsTheOldAddressOfTheNewOne() {
        Login login = gateway.loggedIn("staff", null);
        String next = UUID.randomUUID() + "@example.com";

        gateway.patch(login.path(), gateway.ceo(), Map.of("email", next));

        assertThat(textTo(login.email())).contains("New address: " + next);
        assertThat(mailboxes.of(next)).isEmpty();
    }

    @Test
    void tellsOfANewApiTokenButNotTheToken() {
        Login login = gateway.loggedIn("staff", null);

        Answer made = gateway.post(
                login.path() + "/tokens",
                login.token(),
                Map.of("name", "my script", "scopes", List.of("tasks:read", "users:read")));

        assertThat(textTo(login.email()))
                .contains("Token: my script", "May use: tasks:read, users:read", "Good until: ")
                .doesNotContain(made.text("token"));
    }

    @Test
    void tellsWhoMadeTheTokenOfAProgram() {
        String name = "robot " + UUID.randomUUID();
        String ceo = gateway.ceo();
        Answer program = gateway.post("/api/v1/users", ceo, Map.of("kind", "service", "name", name, "role", "staff"));

        gateway.post(
                "/api/v1/users/" + program.id() + "/tokens",
                ceo,
                Map.of("name", "ci", "scopes", List.of("tasks:read")));

        Awaitility.await()
                .until(() -> mailboxes.of(GatewayClient.CEO).stream()
                        .anyMatch(message -> Mailboxes.text(message).contains("Account: " + name)));
    }

    @Test
    void tellsNothingToWhoHasLeft() {
        Login login = gateway.loggedIn("staff", null);
        String ceo = gateway.ceo();
        gateway.delete(login.path(), ceo);

        gateway.patch(login.path(), ceo, Map.of("email", UUID.randomUUID() + "@example.com"));
        gateway.patch(login.path(), ceo, Map.of("password", NEW_PASSWORD));

        Awaitility.await().until(() -> waiting(login) == 0);
        assertThat(mailboxes.of(login.email())).isEmpty();
    }

    @Test
    void tellsNothingThatDidNotHappen() {
        Login login = gateway.loggedIn("staff", null);

        Answer stale = gateway.patch(
                login.path(), gateway.ceo(), Map.of("password", NEW_PASSWORD, "name", "B"), "If-Match", "\"99\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(waiting(login)).isZero();
        assertThat(mailboxes.of(login.email())).isEmpty();
    }

    @Test
    void tellsLaterWhenTheMailServerIsAway() {
        Login login = gateway.loggedIn("staff", null);
        mail.stop();
        try {
            assertThat(changePassword(login).status()).isEqualTo(204);
            Awaitility.await().until(() -> attempts(login) > 0);
        } finally {
            mail.start();
        }

        assertThat(mailboxes.await(login.email(), 1)).hasSize(1);
        Awaitility.await().until(() -> waiting(login) == 0);
    }

    private Answer changePassword(Login login) {
        return gateway.post(
                "/api/v1/auth/password",
                login.token(),
                Map.of("currentPassword", GatewayClient.PASSWORD, "newPassword", NEW_PASSWORD));
    }

    private String textTo(String email) {
        return Mailboxes.text(mailboxes.await(email, 1).getFirst());
    }

    private int waiting(Login login) {
        return ofOutbox("SELECT count(*) FROM mail_outbox WHERE user_id = :user", login);
    }

    private int attempts(Login login) {
        return ofOutbox("SELECT coalesce(max(attempts), 0) FROM mail_outbox WHERE user_id = :user", login);
    }

    private int ofOutbox(String sql, Login login) {
        return jdbc.sql(sql)
                .param("user", UUID.fromString(login.id()))
                .query(Integer.class)
                .single();
    }
}
