package com.ceoplatform.gateway.account;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.session.SessionGrant;
import com.ceoplatform.gateway.session.SessionService;
import com.ceoplatform.gateway.token.AccessTokens;
import com.ceoplatform.gateway.token.TokenSubject;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserResponse;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives people who have shown who they are their tokens. */
@Service
public class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final UserDirectory directory;
    private final SessionService sessions;
    private final AccessTokens tokens;
    private final AuditLog audit;

    SignIns(UserDirectory directory, SessionService sessions, AccessTokens tokens, AuditLog audit) {
        this.directory = directory;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Begins a login; {@code method} says how the person was recognised. */
    public TokenResponse open(UUID userId, String method) {
        TokenResponse response = respond(sessions.open(userId));
        audit.append(AuditType.SIGNED_IN, userId, Map.of("method", method));
        LOG.info("User {} logged in by {}", userId, method);
        return response;
    }

    /** @throws DomainException 401 {@code invalid_refresh_token} when it is unknown, used or its login has ended */
    TokenResponse renew(String refreshToken) {
        return respond(sessions.renew(refreshToken).orElseThrow(SignIns::over));
    }

    /** Reads the person after the session exists: whatever changes from here on revokes that session. */
    private TokenResponse respond(SessionGrant grant) {
        directory.touch(grant.userId());
        UserResponse user =
                directory.find(grant.userId()).filter(UserResponse::active).orElseThrow(SignIns::over);
        String accessToken = tokens.issue(new TokenSubject(
                user.id(),
                grant.tokenSessionId(),
                user.email(),
                user.name(),
                user.role(),
                user.department(),
                user.timezone(),
                null));
        return new TokenResponse(
                accessToken, grant.refreshToken(), "Bearer", tokens.life().toSeconds(), user);
    }

    private static DomainException over() {
        return new DomainException(
                ErrorKind.UNAUTHENTICATED, "invalid_refresh_token", "The login has ended; log in again.");
    }
}
