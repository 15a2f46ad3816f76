package com.ceoplatform.task.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(MailTransport.class);
    private static final String TIMEOUT_MILLIS = "10000";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailTransport(MailSettings settings) {
        this.settings = settings;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        if (!settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.put("mail.smtp.auth", "true");
        }
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + timeout, TIMEOUT_MILLIS);
        }
        if (!settings.isOn()) {
            LOG.info("No mail server is configured (PLATFORM_MAIL_HOST): invitations to meetings are not mailed");
        }
    }

    boolean isOn() {
        return settings.isOn();
    }

    /**
     * Sends a mail. It keeps its Message-ID over all attempts, by which readers drop one that came twice.
     *
     * @throws MailException when it was not accepted
     */
    void send(InvitationMail mail) throws MessagingException {
        MimeMessage message = new InvitationMessage(sender.createMimeMessage(), mail.id());
        message.setFrom(new InternetAddress(settings.from()));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo())});
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), UTF_8.name());
        message.setContent(new MimeMultipart("alternative", text(mail), calendar(mail)));
        sender.send(message);
    }

    private static BodyPart text(InvitationMail mail) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(mail.body(), UTF_8.name());
        return part;
    }

    private static BodyPart calendar(InvitationMail mail) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=" + mail.method().name();
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(mail.calendar().getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
