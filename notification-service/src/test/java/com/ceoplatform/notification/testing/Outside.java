package com.ceoplatform.notification.testing;

import com.ceoplatform.common.test.http.Someone;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A real mail server: takes all mail by SMTP, and keeps the mailbox that mail comes back to. */
public final class Outside implements AutoCloseable {

    public static final String BOUNCES = "bounces@example.com";
    public static final String PASSWORD = "secret";

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});

    public Outside() {
        mail.start();
        mail.setUser(BOUNCES, BOUNCES, PASSWORD);
    }

    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    int imapPort() {
        return mail.getImap().getPort();
    }

    /** What arrived for somebody so far. */
    public List<MimeMessage> mailOf(Someone person) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, addressOf(person)))
                .toList();
    }

    /** How many mails arrived, for whomever. */
    public int count() {
        return mail.getReceivedMessages().length;
    }

    /** The first part of a mail that is plain text. */
    public static String plain(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            while (content instanceof Multipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return content.toString();
        } catch (IOException | MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static String addressOf(Someone person) {
        return person.id() + "@example.com";
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(to -> ((InternetAddress) to).getAddress().equalsIgnoreCase(address));
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts a mail into the mailbox for returned mail, as another mail server would. */
    public void comesBack(MimeMessage message) {
        mail.getUserManager().getUserByEmail(BOUNCES).deliver(message);
    }

    @Override
    public void close() {
        mail.stop();
    }
}
