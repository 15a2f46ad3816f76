package com.ceoplatform.notification.webhook;

import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to be.
 *
 * @param userId whose notifications it gets; null for what anybody in the organisation is told of. Cannot be changed
 * @param format {@code standard} when it is left out
 * @param kinds what it hears of; all when it is left out
 * @param enabled true when it is left out
 */
record WebhookRequest(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 2000) String url,
        @Nullable UUID userId,
        @Nullable WebhookFormat format,
        @Nullable @Size(min = 1) List<@NotNull NotificationKind> kinds,
        @Nullable Boolean enabled) {

    Webhook.Description description() {
        return new Webhook.Description(
                name, url, format == null ? WebhookFormat.STANDARD : format, kinds, enabled == null || enabled);
    }
}
