package com.ceoplatform.notification.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** What a failed conversation with the mail server means (RFC 5321, 4.2.1: 5xx is for good, 4xx passes). */
record SmtpFailure(Kind kind, String detail) {

    /** What the server would not take. */
    enum Kind {
        /** This address, for good. */
        ADDRESS,
        /** This mail, for good. */
        MESSAGE,
        /** Nothing for now: it is worth trying again. */
        PASSING
    }

    private static final int PERMANENT = 500;

    static SmtpFailure of(Exception failure) {
        SmtpFailure found = new SmtpFailure(
                Kind.PASSING,
                "the mail server did not take it: " + failure.getClass().getSimpleName());
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), Kind.ADDRESS);
            }
            if (next instanceof SMTPSendFailedException send) {
                found = answered(send.getReturnCode(), Kind.MESSAGE);
            }
            causes(next).forEach(cause -> {
                if (cause != null) {
                    open.add(cause);
                }
            });
        }
        return found;
    }

    private static SmtpFailure answered(int code, Kind whenPermanent) {
        return new SmtpFailure(code >= PERMANENT ? whenPermanent : Kind.PASSING, "the mail server answered " + code);
    }

    /** Mail libraries hide what happened in three different places. */
    private static Iterable<@Nullable Throwable> causes(Throwable failure) {
        Set<@Nullable Throwable> causes = new HashSet<>();
        causes.add(failure.getCause());
        if (failure instanceof MessagingException messaging) {
            causes.add(messaging.getNextException());
        }
        if (failure instanceof MailSendException send) {
            causes.addAll(Set.of(send.getMessageExceptions()));
        }
        return causes;
    }
}
