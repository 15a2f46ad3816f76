package com.ceoplatform.gateway.support;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;

/** What people were mailed. */
public final class Mailboxes {

    private final GreenMail server;

    Mailboxes(GreenMail server) {
        this.server = server;
    }

    /** Waits for so many mails to an address. */
    public List<MimeMessage> await(String email, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> of(email).size() >= count);
        return of(email);
    }

    /** What has come for an address so far. */
    public List<MimeMessage> of(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .toList();
    }

    /** The part for people whose program shows no HTML. */
    public static String text(MimeMessage message) {
        return part(message, "text/plain");
    }

    public static String html(MimeMessage message) {
        return part(message, "text/html");
    }

    private static String part(MimeMessage message, String type) {
        try {
            return find((Multipart) message.getContent(), type).replace("\r\n", "\n");
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String find(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof Multipart inner) {
                return find(inner, type);
            }
        }
        throw new AssertionError("No " + type);
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(email);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
