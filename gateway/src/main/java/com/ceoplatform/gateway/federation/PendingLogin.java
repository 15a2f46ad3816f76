package com.ceoplatform.gateway.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ceoplatform.gateway.token.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A login that goes on at the issuer.
 *
 * @param state goes to the issuer and comes back with the browser
 * @param nonce comes back within the ID token
 * @param codeVerifier never leaves the gateway before the code has come back (RFC 7636)
 */
record PendingLogin(String state, String nonce, String codeVerifier, String redirectUri) {

    static PendingLogin start(String redirectUri) {
        return new PendingLogin(Secret.random(), Secret.random(), Secret.random(), redirectUri);
    }

    String codeChallenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "PendingLogin";
    }
}
