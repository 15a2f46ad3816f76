package com.ceoplatform.gateway.account;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.session.SessionGrant;
import com.ceoplatform.gateway.session.SessionService;
import com.ceoplatform.gateway.token.AccessTokens;
import com.ceoplatform.gateway.token.TokenSubject;
import com.ceoplatform.gateway.user.Credentials;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Logs people in and keeps them logged in. No connection is held while a password is checked. */
@Service
class LoginService {

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    private final UserDirectory directory;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SessionService sessions;
    private final AccessTokens tokens;

    LoginService(
            UserDirectory directory,
            Passwords passwords,
            LoginThrottle throttle,
            SessionService sessions,
            AccessTokens tokens) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /**
     * @throws DomainException 401 {@code invalid_credentials}, the same for an unknown address, a wrong password and a
     *     deactivated account; 429 {@code too_many_attempts}
     */
    TokenResponse login(LoginRequest request) {
        throttle.check(request.email());
        Optional<Credentials> credentials = directory
                .credentials(request.email())
                .filter(known -> known.user().active());
        String hash = credentials.map(Credentials::passwordHash).orElse(null);
        boolean matches = passwords.matches(request.password(), hash);
        // Guesses made at the same moment wait for the hash together; the lock that the first ones led to holds for
        // all.
        throttle.check(request.email());
        if (!matches || credentials.isEmpty()) {
            throttle.failed(request.email());
            throw new DomainException(
                    ErrorKind.UNAUTHENTICATED, "invalid_credentials", "The email address or the password is wrong.");
        }
        throttle.succeeded(request.email());
        UserResponse user = credentials.get().user();
        LOG.info("User {} logged in", user.id());
        return respond(sessions.open(user.id()));
    }

    /** @throws DomainException 401 {@code invalid_refresh_token} when it is unknown, used or its login has ended */
    TokenResponse refresh(String refreshToken) {
        return respond(sessions.renew(refreshToken).orElseThrow(LoginService::over));
    }

    /** Reads the person after the session exists: whatever changes from here on revokes that session. */
    private TokenResponse respond(SessionGrant grant) {
        directory.touch(grant.userId());
        UserResponse user =
                directory.find(grant.userId()).filter(UserResponse::active).orElseThrow(LoginService::over);
        String accessToken = tokens.issue(new TokenSubject(
                user.id(),
                grant.tokenSessionId(),
                user.email(),
                user.name(),
                user.role(),
                user.department(),
                user.timezone()));
        return new TokenResponse(
                accessToken, grant.refreshToken(), "Bearer", tokens.life().toSeconds(), user);
    }

    private static DomainException over() {
        return new DomainException(
                ErrorKind.UNAUTHENTICATED, "invalid_refresh_token", "The login has ended; log in again.");
    }
}
