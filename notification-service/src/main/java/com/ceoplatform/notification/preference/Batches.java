package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.DeliveryChannel;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** How notifications are collected, for each way in which they leave the platform; one by one where nothing is said. */
public record Batches(
        @Nullable @Valid Batching email,
        @Nullable @Valid Batching push,
        @Nullable @Valid Batching webhook) {

    static final Batches NONE = new Batches(Batching.NONE, Batching.NONE, Batching.NONE);

    Batches complete() {
        return new Batches(of(email), of(push), of(webhook));
    }

    Batching of(DeliveryChannel channel) {
        return of(
                switch (channel) {
                    case IN_APP -> null;
                    case EMAIL -> email;
                    case PUSH -> push;
                    case WEBHOOK -> webhook;
                });
    }

    private static Batching of(@Nullable Batching said) {
        return said == null ? Batching.NONE : said;
    }

    void check() {
        of(email).check("delivery.email");
        of(push).check("delivery.push");
        of(webhook).check("delivery.webhook");
    }
}
