package com.ceoplatform.gateway.apitoken;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name by which its owner knows it again
 * @param scopes such as {@code tasks:read}
 * @param expiresAt in 90 days when absent, in a year at the latest
 */
record CreateTokenRequest(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty Set<@NotNull String> scopes,
        @Nullable Instant expiresAt) {}
