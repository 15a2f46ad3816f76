package com.ceoplatform.notification.push;

import com.ceoplatform.common.error.DomainException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a browser's {@code PushSubscription.toJSON()} says. */
record SubscribeRequest(
        @NotBlank @Size(max = 2000) String endpoint,
        @NotNull @Valid Keys keys) {

    private static final int AUTH_LENGTH = 16;

    /** Both in URL-safe Base64. */
    record Keys(
            @NotBlank @Size(max = 200) String p256dh,
            @NotBlank @Size(max = 100) String auth) {}

    /** @throws DomainException 422, when it is not a point of the curve */
    String publicKey() {
        try {
            P256.publicKey(P256.decode(keys.p256dh()));
            return keys.p256dh();
        } catch (IllegalArgumentException invalid) {
            throw DomainException.invalid("keys.p256dh", "is not a P-256 public key");
        }
    }

    /** @throws DomainException 422, when it is not 16 octets */
    String authSecret() {
        try {
            if (P256.decode(keys.auth()).length == AUTH_LENGTH) {
                return keys.auth();
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, like any other length.
        }
        throw DomainException.invalid("keys.auth", "is not a secret of 16 octets");
    }
}
