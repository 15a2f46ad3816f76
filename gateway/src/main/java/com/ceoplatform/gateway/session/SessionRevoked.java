package com.ceoplatform.gateway.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Tokens that carry this session id are refused from now on; the payload of {@code session.revoked}.
 *
 * @param tokensExpireAt when the last of them expires, and the revocation may be forgotten
 */
record SessionRevoked(UUID sessionId, UUID userId, Instant tokensExpireAt) {}
