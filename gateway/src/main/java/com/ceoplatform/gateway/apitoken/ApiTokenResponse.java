package com.ceoplatform.gateway.apitoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it.
 *
 * @param lastUsedAt to within some minutes; null before it is used
 * @param token the secret, in the answer to its making only
 */
record ApiTokenResponse(
        UUID id,
        UUID userId,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    ApiTokenResponse {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ApiTokenResponse[" + id + "]";
    }
}
