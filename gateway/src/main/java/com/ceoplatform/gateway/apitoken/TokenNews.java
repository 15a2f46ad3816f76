package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.notice.SecurityNotices;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the audit log of tokens that come and go, and of new ones by mail whoever answers for them. Names of tokens stay
 * out of the audit log: people write what they like into them, and may ask for it to be forgotten.
 */
@Component
class TokenNews {

    private final AuditLog log;
    private final SecurityNotices notices;
    private final UserDirectory directory;

    TokenNews(AuditLog log, SecurityNotices notices, UserDirectory directory) {
        this.log = log;
        this.notices = notices;
        this.directory = directory;
    }

    /** A program reads no mail; whoever made its token is told in its place. */
    void created(ApiTokenResponse token, UserResponse owner, Caller maker) {
        log.append(
                AuditType.API_TOKEN_CREATED,
                owner.id(),
                Map.of("tokenId", token.id(), "scopes", token.scopes(), "expiresAt", token.expiresAt()));
        UserResponse told =
                owner.readsMail() ? owner : directory.find(maker.id()).orElse(owner);
        if (told.readsMail()) {
            notices.tokenCreated(told.recipient(), token.name(), token.scopes(), token.expiresAt(), owner.name());
        }
    }

    void revoked(UUID ownerId, UUID tokenId) {
        log.append(AuditType.API_TOKEN_REVOKED, ownerId, Map.of("tokenId", tokenId));
    }
}
