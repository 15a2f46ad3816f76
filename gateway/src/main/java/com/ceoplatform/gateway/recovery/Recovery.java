package com.ceoplatform.gateway.recovery;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.password.GuessThrottle;
import com.ceoplatform.gateway.password.PasswordPolicy;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserResponse;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a new password for who holds a mailed token. It ends all logins: the old password may be in wrong hands. */
@Service
class Recovery {

    private final ResetTokens tokens;
    private final UserDirectory directory;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final TransactionTemplate transaction;

    Recovery(
            ResetTokens tokens,
            UserDirectory directory,
            Passwords passwords,
            GuessThrottle throttle,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transaction = transaction;
    }

    /**
     * A password that is refused does not use up the token.
     *
     * @throws DomainException 401 {@code invalid_reset_token}; 422 {@code validation_failed}
     */
    void reset(String token, String newPassword) {
        UserResponse user = tokens.ownerOf(token)
                .flatMap(directory::find)
                .filter(UserResponse::active)
                .orElseThrow(Recovery::invalid);
        PasswordPolicy.objection(newPassword, user.email()).ifPresent(objection -> {
            throw DomainException.invalid("newPassword", objection);
        });
        String hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(status -> use(token, user.id(), hash));
        throttle.succeeded(user.email());
    }

    private void use(String token, UUID userId, String hash) {
        if (!tokens.use(token)) {
            throw invalid();
        }
        directory.setPassword(userId, hash, null, AuditType.PASSWORD_RESET);
        tokens.voidAll(userId);
    }

    private static DomainException invalid() {
        return new DomainException(
                ErrorKind.UNAUTHENTICATED,
                "invalid_reset_token",
                "The link has been used or is too old; ask for a new one.");
    }
}
