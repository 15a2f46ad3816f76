package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.testing.News;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import com.ceoplatform.notification.testing.Outside;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class EmailIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private News news;

    @Autowired
    private Outside outside;

    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    @Test
    void sendsPlainTextAndHtmlThatAMailProgramCanUnsubscribeFrom() throws MessagingException, IOException {
        news.tell(NotificationKind.TASK_ASSIGNED, "Café & <b>plans</b> 🚀", sarah);

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("News of TASK_ASSIGNED");
        assertThat(mail.getFrom()[0]).hasToString("CEO platform <notifications@localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<http://localhost:8080/unsubscribe/[\\w-]+>");
        assertThat(mail.getHeader("Return-Path"))
                .satisfies(path -> assertThat(path[0]).contains(Outside.BOUNCES));
        String source = text(mail);
        assertThat(source).contains("Café & <b>plans</b> 🚀").contains("Café &amp; &lt;b&gt;plans&lt;/b&gt; 🚀");
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("email sent"));
    }

    @Test
    void namesADispatchByTheSameMessageIdForGood() throws MessagingException {
        news.tell(NotificationKind.TASK_ASSIGNED, "A task", sarah);

        assertThat(MailIds.dispatchId(onlyMail().getMessageID())).isPresent();
        assertThat(MailIds.of(MailIds.dispatchId(onlyMail().getMessageID()).orElseThrow(), "localhost"))
                .isEqualTo(onlyMail().getMessageID());
    }

    @Test
    void unsubscribesWithOneClickFromThatKindOnly() throws MessagingException {
        news.tell(NotificationKind.MENTION, "First", sarah);
        String path = unsubscribePath(onlyMail());

        Answer asked = api.send("GET", null, path, null);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.mediaType()).isEqualTo("text/html");
        assertThat(wanted("mention")).as("looking changes nothing").isTrue();

        Answer done = api.send(
                "POST", null, path, "List-Unsubscribe=One-Click", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(done.status()).isEqualTo(200);
        assertThat(wanted("mention")).isFalse();
        news.tell(NotificationKind.MENTION, "Second", sarah);
        news.tell(NotificationKind.TASK_ASSIGNED, "Third", sarah);
        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(2));
        assertThat(outside.mailOf(sarah).get(1).getSubject()).contains("TASK_ASSIGNED");
        assertThat(api.kinds(sarah)).containsExactly("task_assigned", "mention", "mention");
        assertThat(api.send("POST", null, path, "").status()).as("again").isEqualTo(200);
    }

    @Test
    void refusesLinksThatItDidNotGiveOut() throws MessagingException {
        news.tell(NotificationKind.MENTION, "First", sarah);
        String path = unsubscribePath(onlyMail());
        String forged = path.substring(0, path.length() - 2) + (path.endsWith("A") ? "BB" : "AA");

        for (String wrong : List.of(forged, "/unsubscribe/x", "/unsubscribe/AAAA", "/unsubscribe/%C3%A4")) {
            assertThat(api.send("GET", null, wrong, null).code()).isEqualTo("link_not_found");
            assertThat(api.send("POST", null, wrong, "").status()).isEqualTo(404);
        }
        assertThat(wanted("mention")).isTrue();
    }

    @Test
    void letsNobodyUnsubscribeFromNoticesOfTheirAccount() throws MessagingException {
        news.tell(NotificationKind.SECURITY_NOTICE, "Your password was changed", sarah);

        assertThat(onlyMail().getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void writesNoMoreToAnAddressThatMailCameBackFrom() throws MessagingException {
        news.tell(NotificationKind.MENTION, "First", sarah);
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("email sent"));
        assertThat(api.get(sarah, "/notifications/email").text("state")).isEqualTo("deliverable");

        outside.comesBack(Returned.of(onlyMail().getMessageID(), Outside.addressOf(sarah), "failed", "5.1.1"));

        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("email bounced"));
        Answer state = api.get(sarah, "/notifications/email");
        assertThat(state.text("state")).isEqualTo("undeliverable");
        assertThat(state.text("status")).isEqualTo("5.1.1");
        news.tell(NotificationKind.MENTION, "Second", sarah);
        await().untilAsserted(() -> assertThat(api.ways(sarah)).containsExactly("email suppressed"));

        assertThat(api.delete(sarah, "/notifications/email/bounce").status()).isEqualTo(204);
        news.tell(NotificationKind.MENTION, "Third", sarah);
        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(2));
    }

    @Test
    void believesNoBounceOfAnAddressThatItDidNotWriteTo() throws MessagingException {
        Someone mike = organisation.staff();
        news.tell(NotificationKind.MENTION, "First", sarah);
        String messageId = onlyMail().getMessageID();

        outside.comesBack(Returned.of(messageId, Outside.addressOf(mike), "failed", "5.1.1"));
        outside.comesBack(Returned.of(messageId, Outside.addressOf(sarah), "delayed", "4.4.1"));
        news.tell(NotificationKind.MENTION, "Hello", mike);
        outside.comesBack(Returned.of(messageId, Outside.addressOf(sarah), "failed", "5.1.1"));

        await().untilAsserted(() ->
                assertThat(api.get(sarah, "/notifications/email").text("state")).isEqualTo("undeliverable"));
        assertThat(api.get(mike, "/notifications/email").text("state")).isEqualTo("deliverable");
    }

    @Test
    void writesNothingToWhoHasLeft() {
        api.put(
                sarah,
                "/notifications/preferences",
                Map.of("kinds", List.of(), "delivery", Map.of("email", Map.of("mode", "every", "minutes", 1))));
        news.tell(NotificationKind.MENTION, "First", sarah);
        organisation.leaves(sarah);

        assertThat(api.ways(sarah)).containsExactly("email waiting");
        news.tell(NotificationKind.MENTION, "Second", sarah);
        assertThat(api.notifications(sarah)).hasSize(1);
    }

    @Test
    void wantsATokenOfAccessForTheState() {
        assertThat(api.send("GET", null, "/notifications/email", null).status()).isEqualTo(401);
        assertThat(api.send("DELETE", null, "/notifications/email/bounce", null).status())
                .isEqualTo(401);
    }

    private MimeMessage onlyMail() {
        await().untilAsserted(() -> assertThat(outside.mailOf(sarah)).hasSize(1));
        return outside.mailOf(sarah).getFirst();
    }

    private boolean wanted(String kind) {
        return api.get(sarah, "/notifications/preferences")
                .at("kinds")
                .valueStream()
                .anyMatch(preference -> preference.path("kind").asString().equals(kind)
                        && preference.path("email").asBoolean());
    }

    private static String unsubscribePath(MimeMessage mail) throws MessagingException {
        String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        return URI.create(link).getPath();
    }

    /** All parts one behind the other. */
    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return text(mail.getContent());
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (!(content instanceof Multipart parts)) {
            return content.toString();
        }
        StringBuilder all = new StringBuilder();
        for (int index = 0; index < parts.getCount(); index++) {
            all.append(text(parts.getBodyPart(index).getContent())).append("\n");
        }
        return all.toString();
    }
}
