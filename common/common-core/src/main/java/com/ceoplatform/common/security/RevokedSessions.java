package com.ceoplatform.common.security;

/** The login sessions whose tokens are refused although they have not expired. */
@FunctionalInterface
public interface RevokedSessions {

    boolean contains(String sessionId);
}
