package com.ceoplatform.gateway.token;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are made.
 *
 * @param issuer value of the claim {@code iss}
 * @param keysDirectory where the signing keys live; made on first start
 * @param tokenLife of an access token; other services forget revoked sessions after 30 minutes, so not more than that
 * @param keyLife after this long a new key signs; the old one stays published for a day
 */
@Validated
@ConfigurationProperties("platform.security")
record SecuritySettings(
        @NotBlank @DefaultValue("ceo-platform") String issuer,
        @DefaultValue(".platform/keys") Path keysDirectory,
        @DefaultValue("15m") Duration tokenLife,
        @DefaultValue("90d") Duration keyLife) {

    SecuritySettings {
        if (tokenLife.compareTo(Duration.ofMinutes(30)) > 0) {
            throw new IllegalArgumentException("platform.security.token-life must not be more than 30 minutes");
        }
    }
}
