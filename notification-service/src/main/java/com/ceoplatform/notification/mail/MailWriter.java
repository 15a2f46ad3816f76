package com.ceoplatform.notification.mail;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.NotificationResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes the mail of a dispatch. It has the same Message-ID at each attempt, so that a repeated one can be told. */
@Component
class MailWriter {

    private final JavaMailSender smtp;
    private final MailSettings settings;
    private final PublicAddress address;
    private final UnsubscribeTokens tokens;
    private final Clock clock;

    MailWriter(
            JavaMailSender smtp, MailSettings settings, PublicAddress address, UnsubscribeTokens tokens, Clock clock) {
        this.smtp = requireNonNull(smtp, "smtp is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.address = requireNonNull(address, "address is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    MimeMessage write(Parcel parcel, Person reader) throws MessagingException {
        String unsubscribe = unsubscribeLink(parcel);
        MailText text = MailText.of(
                parcel.notifications(), zone(reader), new MailText.Links(address.resolve("/"), unsubscribe));
        MimeMessage mail = smtp.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        parts.setFrom(new InternetAddress(settings.from()));
        parts.setTo(new InternetAddress(reader.email()));
        parts.setSubject(text.subject());
        parts.setSentDate(Date.from(clock.instant()));
        parts.setText(text.plain(), text.html());
        mail.setHeader("Message-ID", MailIds.of(parcel.id(), address.host()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (!unsubscribe.isEmpty()) {
            mail.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    /** A single kind, or all of them; empty for what concerns the account, of which people must hear. */
    private String unsubscribeLink(Parcel parcel) {
        List<NotificationKind> kinds = parcel.notifications().stream()
                .map(NotificationResponse::kind)
                .distinct()
                .toList();
        if (kinds.contains(NotificationKind.SECURITY_NOTICE)) {
            return "";
        }
        Set<NotificationKind> scope = parcel.isDigest() ? EnumSet.allOf(NotificationKind.class) : EnumSet.copyOf(kinds);
        scope.remove(NotificationKind.SECURITY_NOTICE);
        return address.resolve("/unsubscribe/" + tokens.issue(parcel.recipientId(), scope));
    }

    private static ZoneId zone(Person reader) {
        try {
            return reader.timezone() == null ? ZoneOffset.UTC : ZoneId.of(reader.timezone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
