package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** Two people cannot log in with one address. */
final class EmailTaken {

    private static final String INDEX = "person_email";

    private EmailTaken() {}

    static DomainException refusal() {
        return DomainException.conflict("email_taken", "Somebody else has this email address.");
    }

    /** Runs the write; when another one was faster with the same address, says so. */
    static <T> T unless(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException violation) {
            String reason = String.valueOf(violation.getMostSpecificCause().getMessage());
            throw reason.contains(INDEX) ? refusal() : violation;
        }
    }
}
