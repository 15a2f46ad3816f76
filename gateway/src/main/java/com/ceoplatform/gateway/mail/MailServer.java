package com.ceoplatform.gateway.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mail by SMTP (RFC 5321), when there is a server for it. */
@Component
public class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String PATIENCE_MILLIS = "10000";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    MailServer(MailSettings settings) {
        this.settings = settings;
        this.sender = sender(settings);
        if (!isOn()) {
            LOG.info("No mail server is configured (PLATFORM_MAIL_HOST): nobody can reset a password by mail,"
                    + " nor is told by mail of changes of their account");
        }
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(UTF_8.name());
        Properties smtp = sender.getJavaMailProperties();
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            smtp.setProperty("mail.smtp.auth", "true");
        }
        smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
        smtp.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        smtp.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        smtp.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        smtp.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return sender;
    }

    public boolean isOn() {
        return !settings.host().isEmpty();
    }

    /**
     * Hands the mail to the server; blocks.
     *
     * @throws MailNotSent when the server did not take it
     */
    public void send(Mail mail) throws MailNotSent {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(message, true, UTF_8.name());
            parts.setFrom(settings.from());
            parts.setTo(mail.to());
            parts.setSubject(mail.subject());
            parts.setText(mail.text(), mail.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
        } catch (MailException | MessagingException failure) {
            throw new MailNotSent(failure);
        }
    }
}
