package com.ceoplatform.gateway.token;

import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token is for.
 *
 * @param sessionId the claim {@code sid}, by which the token can be revoked
 * @param zone IANA time zone
 * @param scope what the token is good for, null when for everything its user may do
 */
public record TokenSubject(
        UUID userId,
        UUID sessionId,
        String email,
        String name,
        Role role,
        @Nullable String department,
        String zone,
        @Nullable String scope) {}
