package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.password.GuessThrottle;
import com.ceoplatform.gateway.password.PasswordPolicy;
import com.ceoplatform.gateway.password.Passwords;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lets people change their own password. Who holds a stolen access token must not find out the password with it, so
 * guesses count as failed logins do.
 */
@Service
class PasswordChanges {

    private final UserDirectory directory;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final AuditLog audit;

    PasswordChanges(UserDirectory directory, Passwords passwords, GuessThrottle throttle, AuditLog audit) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Changes the caller's password and ends the caller's other logins.
     *
     * @throws DomainException 422 {@code validation_failed}; 429 {@code too_many_attempts}
     */
    void change(Caller caller, String current, String next) {
        UserResponse user = directory.find(caller.id()).orElseThrow(() -> DomainException.notFound("user"));
        PasswordPolicy.objection(next, user.email()).ifPresent(objection -> {
            throw DomainException.invalid("newPassword", objection);
        });
        requireCurrent(user, current);
        directory.setPassword(
                user.id(), passwords.hash(next), UUID.fromString(caller.sessionId()), AuditType.PASSWORD_CHANGED);
    }

    /** @throws DomainException 422 {@code validation_failed}; 429 {@code too_many_attempts} */
    void requireCurrent(UserResponse user, @Nullable String current) {
        throttle.check(user.email());
        String hash = directory
                .credentials(user.email())
                .map(Credentials::passwordHash)
                .orElse(null);
        if (current == null || !passwords.matches(current, hash)) {
            if (current != null) {
                guessed(user);
            }
            throw DomainException.invalid("currentPassword", "is not your current password");
        }
        throttle.succeeded(user.email());
    }

    private void guessed(UserResponse user) {
        boolean locks = throttle.failed(user.email());
        audit.append(AuditType.SIGN_IN_FAILED, user.id(), Map.of("reason", "wrong_current_password"));
        if (locks) {
            audit.append(AuditType.LOCKED_OUT, user.id(), Map.of());
        }
    }
}
