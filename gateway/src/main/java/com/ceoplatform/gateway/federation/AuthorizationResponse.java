package com.ceoplatform.gateway.federation;

/**
 * How a login at the issuer begins.
 *
 * @param authorizationUri where to send the browser; it comes back with {@code code} and {@code state}
 * @param loginKey to be kept by the client and sent with the code
 * @param expiresIn seconds until the login has to be finished
 */
record AuthorizationResponse(String authorizationUri, String state, String loginKey, long expiresIn) {

    @Override
    public String toString() {
        return "AuthorizationResponse";
    }
}
