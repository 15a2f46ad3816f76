package com.ceoplatform.notification.webhook;

import com.ceoplatform.notification.notification.NotificationKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as REST returns it.
 *
 * @param secret shown once, when it is made; null afterwards
 * @param disabledReason why the platform ended it
 */
record WebhookResponse(
        UUID id,
        @Nullable UUID userId,
        String name,
        String url,
        WebhookFormat format,
        @Nullable List<NotificationKind> kinds,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable String secret,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static WebhookResponse from(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookResponse withSecret(Webhook webhook) {
        return of(webhook, webhook.secret());
    }

    private static WebhookResponse of(Webhook webhook, @Nullable String secret) {
        return new WebhookResponse(
                webhook.id(),
                webhook.userId(),
                webhook.name(),
                webhook.url(),
                webhook.format(),
                webhook.kinds(),
                webhook.isEnabled(),
                webhook.disabledReason(),
                secret,
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.updatedAt(),
                webhook.version());
    }
}
