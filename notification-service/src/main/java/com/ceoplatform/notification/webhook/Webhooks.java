package com.ceoplatform.notification.webhook;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.notification.notification.NotificationKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which webhooks want to hear of something. */
@Component
public class Webhooks {

    private final WebhookBook book;

    Webhooks(WebhookBook book) {
        this.book = requireNonNull(book, "book is null");
    }

    /** The organisation's own ones; each is a recipient of notifications like a person. */
    @Transactional(readOnly = true)
    public List<UUID> ofOrganisation(NotificationKind kind) {
        return book.ofOrganisation().stream()
                .filter(webhook -> webhook.hears(kind))
                .map(Webhook::id)
                .toList();
    }
}
