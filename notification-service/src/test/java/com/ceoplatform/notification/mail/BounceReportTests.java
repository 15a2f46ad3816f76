package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BounceReportTests {

    private final UUID dispatch = Ids.next();
    private final String messageId = MailIds.of(dispatch, "ceo.example");

    @Test
    void readsWhoseMailCameBackAndWhy() throws MessagingException, IOException {
        assertThat(BounceReport.read(Returned.of(messageId, "sarah@example.com", "failed", "5.1.1")))
                .containsExactly(new BounceReport(dispatch, "sarah@example.com", "failed", "5.1.1"));
    }

    @Test
    void tellsDelayFromFailure() throws MessagingException, IOException {
        assertThat(BounceReport.read(Returned.of(messageId, "sarah@example.com", "Failed", "5.2.1")))
                .allMatch(BounceReport::isPermanent);
        assertThat(BounceReport.read(Returned.of(messageId, "sarah@example.com", "delayed", "4.4.1")))
                .noneMatch(BounceReport::isPermanent);
        assertThat(BounceReport.read(Returned.of(messageId, "sarah@example.com", "failed", "4.4.7")))
                .noneMatch(BounceReport::isPermanent);
    }

    @Test
    void readsNothingOutOfOtherMail() throws MessagingException, IOException {
        assertThat(BounceReport.read(Returned.of("<other@example.com>", "sarah@example.com", "failed", "5.1.1")))
                .isEmpty();
        assertThat(BounceReport.read(Returned.parse("Subject: Out of office\n\nI am away.\n")))
                .isEmpty();
        assertThat(BounceReport.read(
                        Returned.parse("Content-Type: multipart/report; boundary=x\n\n--x\n\nnothing\n--x--\n")))
                .isEmpty();
    }
}
