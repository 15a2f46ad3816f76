package com.ceoplatform.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.notification.testing.Outside;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Mail as other servers send it back (RFC 3464). */
final class Returned {

    private Returned() {}

    static MimeMessage of(String messageId, String recipient, String action, String status) {
        return parse("""
                From: MAILER-DAEMON@mx.example.net
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                I could not deliver it.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Mon, 1 Mar 2027 09:00:00 +0000

                Original-Recipient: rfc822; %s
                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 no such user

                --b1
                Content-Type: message/rfc822

                From: notifications@localhost
                To: %s
                Message-ID: %s
                Subject: Something

                Hello
                --b1--
                """.formatted(Outside.BOUNCES, recipient, recipient, action, status, recipient, messageId));
    }

    static MimeMessage parse(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(UTF_8)));
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
