package com.ceoplatform.gateway.account;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.password.GuessThrottle;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.user.Credentials;
import com.ceoplatform.gateway.user.UserDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Logs people in by their password. No connection is held while it is checked. */
@Service
class LoginService {

    private final UserDirectory directory;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final SignIns signIns;
    private final AuditLog audit;
    private final LoginSettings settings;

    LoginService(
            UserDirectory directory,
            Passwords passwords,
            GuessThrottle throttle,
            SignIns signIns,
            AuditLog audit,
            LoginSettings settings) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signIns = signIns;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * @throws DomainException 401 {@code invalid_credentials}, the same for an unknown address, a wrong password and a
     *     deactivated account; 429 {@code too_many_attempts}; 403 {@code password_login_off}
     */
    TokenResponse login(LoginRequest request) {
        if (!settings.passwords()) {
            throw new DomainException(
                    ErrorKind.FORBIDDEN,
                    "password_login_off",
                    "Passwords do not count here; log in with single sign-on.");
        }
        throttle.check(request.email());
        Optional<Credentials> credentials = directory.credentials(request.email());
        String hash = credentials
                .filter(known -> known.user().active())
                .map(Credentials::passwordHash)
                .orElse(null);
        boolean matches = passwords.matches(request.password(), hash);
        // Guesses made at the same moment wait for the hash together; the lock that the first ones led to holds for
        // all.
        throttle.check(request.email());
        UUID userId = credentials.map(known -> known.user().id()).orElse(null);
        if (!matches || userId == null) {
            refuse(request, userId, hash);
        }
        throttle.succeeded(request.email());
        return signIns.open(credentials.orElseThrow().user().id(), "password");
    }

    /** The answer is the same for all reasons; which one it was, only the audit log tells. */
    private void refuse(LoginRequest request, @Nullable UUID userId, @Nullable String hash) {
        boolean locks = throttle.failed(request.email());
        String reason = userId == null ? "unknown_address" : hash == null ? "not_allowed" : "wrong_password";
        audit.append(AuditType.SIGN_IN_FAILED, userId, Map.of("reason", reason));
        if (locks) {
            audit.append(AuditType.LOCKED_OUT, userId, Map.of());
        }
        throw new DomainException(
                ErrorKind.UNAUTHENTICATED, "invalid_credentials", "The email address or the password is wrong.");
    }
}
