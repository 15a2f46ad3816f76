package com.ceoplatform.gateway.session;

import java.util.UUID;

/**
 * What a login or a refresh gives.
 *
 * @param tokenSessionId the session id that access tokens are to carry
 * @param refreshToken good for one use
 */
public record SessionGrant(UUID userId, UUID tokenSessionId, String refreshToken) {}
