package com.ceoplatform.notification.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Message-ID of a dispatch (RFC 5322, 3.6.4), and the way back. */
final class MailIds {

    private static final Pattern FORM = Pattern.compile("<([0-9a-fA-F-]{36})@[^>]+>");

    private MailIds() {}

    static String of(UUID dispatchId, String host) {
        return "<" + dispatchId + "@" + host + ">";
    }

    static Optional<UUID> dispatchId(String messageId) {
        Matcher matcher = FORM.matcher(messageId.strip());
        try {
            return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
