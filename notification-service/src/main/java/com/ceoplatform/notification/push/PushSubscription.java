package com.ceoplatform.notification.push;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which somebody wants to be told.
 *
 * @param endpoint where its push service takes messages
 * @param p256dh its public key, an uncompressed point in URL-safe Base64
 * @param auth its authentication secret, likewise
 */
record PushSubscription(UUID id, UUID userId, String endpoint, String p256dh, String auth, Instant createdAt) {}
