package com.ceoplatform.notification.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery status notification (RFC 3464) says of one recipient.
 *
 * @param dispatchId of the mail that came back
 * @param action failed, delayed, delivered, relayed or expanded
 * @param status such as 5.1.1 (RFC 3463)
 */
record BounceReport(UUID dispatchId, String recipient, String action, String status) {

    /** For good, and because of the address. */
    boolean isPermanent() {
        return action.equals("failed") && status.startsWith("5.");
    }

    /** Empty for mail that is no such notification, or not about ours. */
    static List<BounceReport> read(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return List.of();
        }
        List<InternetHeaders> groups = new ArrayList<>();
        Optional<UUID> dispatchId = Optional.empty();
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.isMimeType("message/delivery-status")) {
                groups.addAll(groups(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                dispatchId = originalId(part);
            }
        }
        List<BounceReport> reports = new ArrayList<>();
        for (InternetHeaders group : groups) {
            String recipient = typed(group.getHeader("Final-Recipient", null));
            dispatchId
                    .filter(id -> !recipient.isEmpty())
                    .ifPresent(id -> reports.add(new BounceReport(
                            id, recipient, text(group, "Action").toLowerCase(Locale.ROOT), text(group, "Status"))));
        }
        return reports;
    }

    /** Groups of fields, separated by blank lines: the first about the message, each other about a recipient. */
    private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        try (InputStream source = part.getInputStream()) {
            InputStream fields = new ByteArrayInputStream(source.readAllBytes());
            while (fields.available() > 0) {
                groups.add(new InternetHeaders(fields));
            }
        }
        return groups;
    }

    private static Optional<UUID> originalId(Part part) throws MessagingException, IOException {
        try (InputStream original = part.getInputStream()) {
            String id = new InternetHeaders(original).getHeader("Message-ID", null);
            return id == null ? Optional.empty() : MailIds.dispatchId(id);
        }
    }

    private static String text(InternetHeaders group, String field) {
        String value = group.getHeader(field, null);
        return value == null ? "" : value.strip();
    }

    /** What is behind the type: {@code rfc822; sarah@example.com}. */
    private static String typed(@Nullable String value) {
        return value == null ? "" : value.substring(value.indexOf(';') + 1).strip();
    }
}
