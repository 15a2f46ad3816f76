package com.ceoplatform.notification.push;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web push. Without keys the service makes a pair on its first start and keeps it.
 *
 * @param publicKey the application server's key (RFC 8292), an uncompressed P-256 point in URL-safe Base64
 * @param privateKey its private half, 32 octets in URL-safe Base64
 * @param contact whom a push service can ask, {@code mailto:} or {@code https:}
 * @param life how long a push service keeps what it cannot deliver
 */
@ConfigurationProperties("platform.push")
record PushSettings(
        @DefaultValue("") String publicKey,
        @DefaultValue("") String privateKey,
        @DefaultValue("mailto:postmaster@localhost") String contact,
        @DefaultValue("1d") Duration life) {}
