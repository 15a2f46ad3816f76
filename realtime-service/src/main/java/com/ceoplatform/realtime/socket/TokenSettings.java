package com.ceoplatform.realtime.socket;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed.
 *
 * @param issuer required value of the claim {@code iss}
 * @param jwkSetUri where the issuer publishes its keys (RFC 7517)
 */
@Validated
@ConfigurationProperties("platform.security")
record TokenSettings(@NotBlank String issuer, URI jwkSetUri) {}
