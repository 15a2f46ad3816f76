package com.ceoplatform.gateway.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;

/** What a new password must be: long rather than complicated (NIST SP 800-63B, 3.1.1). */
public final class PasswordPolicy {

    static final int SHORTEST = 12;

    /** bcrypt sees no more bytes than these; a longer one would be cut silently. */
    static final int MOST_BYTES = 72;

    private PasswordPolicy() {}

    /** What is wrong with a password for the account with this email; empty when nothing is. */
    public static Optional<String> objection(String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        if (isTooLong(password)) {
            return Optional.of("must have at most " + MOST_BYTES + " bytes in UTF-8");
        }
        if (password.codePoints().distinct().count() < 4) {
            return Optional.of("must have at least 4 different characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT))) {
            return Optional.of("must not contain the email address");
        }
        return Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.getBytes(UTF_8).length > MOST_BYTES;
    }
}
