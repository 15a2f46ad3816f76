package com.ceoplatform.notification.webhook;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.notification.delivery.Courier;
import com.ceoplatform.notification.delivery.Outcome;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.outbound.OutboundHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls webhooks. A call that is repeated has the same {@code webhook-id}, by which the other side knows it again. */
@Component
class WebhookCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
    private static final int GONE = 410;

    private final WebhookBook book;
    private final WebhookService service;
    private final OutboundHttp http;
    private final Clock clock;

    WebhookCourier(WebhookBook book, WebhookService service, OutboundHttp http, Clock clock) {
        this.book = requireNonNull(book, "book is null");
        this.service = requireNonNull(service, "service is null");
        this.http = requireNonNull(http, "http is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.WEBHOOK;
    }

    @Override
    public Map<UUID, Set<UUID>> targets(Collection<UUID> recipientIds, NotificationKind kind) {
        return book.of(recipientIds).stream()
                .filter(webhook -> webhook.hears(kind))
                .collect(groupingBy(Webhook::recipientId, mapping(Webhook::id, toSet())));
    }

    @Override
    public Outcome send(Parcel parcel) {
        return book.findById(parcel.targetId())
                .filter(Webhook::isEnabled)
                .map(webhook -> call(parcel, webhook))
                .orElseGet(() -> new Outcome.Unwanted("the webhook is gone or switched off"));
    }

    private Outcome call(Parcel parcel, Webhook webhook) {
        Instant now = clock.instant();
        byte[] body = WebhookBody.of(webhook.format(), parcel, now);
        String id = "msg_" + parcel.id();
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "ceo-platform-webhooks",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(timestamp),
                "webhook-signature",
                WebhookSignature.of(webhook.secret(), id, timestamp, body));
        return http.post(URI.create(webhook.url()), headers, body, status -> refused(webhook, status));
    }

    private Outcome refused(Webhook webhook, int status) {
        if (status == GONE) {
            service.disable(webhook.id(), "answered 410: gone");
            LOG.warn("The webhook {} is switched off: it answered that it is gone", webhook.id());
            return new Outcome.Unwanted("answered 410");
        }
        return new Outcome.Failed("answered " + status);
    }
}
