package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.NotificationResponse;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final MailText.Links LINKS =
            new MailText.Links("https://ceo.example/", "https://ceo.example/unsubscribe/abc");

    @Test
    void showsWhatPeopleWroteAndRunsNothingOfIt() {
        MailText text = MailText.of(
                List.of(notification("Dana <b>mentioned</b> you", "<script>alert(1)</script> & \"quotes\"\nשלום 🚀")),
                BERLIN,
                LINKS);

        assertThat(text.plain()).contains("<script>alert(1)</script> & \"quotes\"\nשלום 🚀");
        assertThat(text.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;<br>שלום 🚀")
                .contains("Dana &lt;b&gt;mentioned&lt;/b&gt; you")
                .doesNotContain("<script");
    }

    @Test
    void keepsTheSubjectOnOneLine() {
        MailText text = MailText.of(
                List.of(notification("A title\r\nBcc: everybody@example.com" + "x".repeat(300), "")), BERLIN, LINKS);

        assertThat(text.subject())
                .startsWith("A title Bcc: everybody")
                .hasSize(150)
                .endsWith("…");
    }

    @Test
    void saysTheTimeWhereTheReaderIs() {
        assertThat(MailText.of(List.of(notification("A title", "")), BERLIN, LINKS)
                        .plain())
                .contains("(Wed 10 Jun, 14:00)");
    }

    @Test
    void putsEveryItemIntoADigest() {
        MailText text =
                MailText.of(List.of(notification("First", "One"), notification("Second", "Two")), BERLIN, LINKS);

        assertThat(text.subject()).isEqualTo("2 notifications");
        assertThat(text.plain())
                .containsSubsequence("First", "One", "Second", "Two", "https://ceo.example/unsubscribe");
        assertThat(text.html()).containsSubsequence("First", "One", "Second", "Two");
    }

    @Test
    void offersNoUnsubscribingWhereThereIsNone() {
        MailText text = MailText.of(
                List.of(notification("Your password was changed", "")),
                BERLIN,
                new MailText.Links("https://ceo.example/", ""));

        assertThat(text.plain()).doesNotContain("Unsubscribe");
        assertThat(text.html()).doesNotContain("Unsubscribe");
    }

    private static NotificationResponse notification(String title, String body) {
        return new NotificationResponse(
                Ids.next(),
                Ids.next(),
                NotificationKind.MENTION,
                title,
                body,
                new Subject(SubjectKind.TASK, Ids.next(), "A task", null),
                null,
                null,
                List.of(),
                false,
                null,
                null,
                null,
                Instant.parse("2026-06-10T12:00:00Z"),
                0);
    }
}
