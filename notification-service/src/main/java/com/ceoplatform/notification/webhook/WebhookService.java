package com.ceoplatform.notification.webhook;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the webhooks of the installation. */
@Service
class WebhookService {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);

    private final WebhookBook book;
    private final Clock clock;

    WebhookService(WebhookBook book, Clock clock) {
        this.book = requireNonNull(book, "book is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Idempotent
    @Transactional
    public WebhookResponse create(UUID callerId, WebhookRequest request) {
        Webhook webhook =
                Webhook.create(request.userId(), request.description(), WebhookSignature.newSecret(), callerId, now());
        return WebhookResponse.withSecret(book.saveAndFlush(webhook));
    }

    @Transactional(readOnly = true)
    public CursorPage<WebhookResponse> list(int limit, @Nullable Cursor after) {
        Instant before = after == null ? END_OF_TIME : after.instant(0);
        UUID id = after == null ? FIRST : after.uuid(1);
        List<Webhook> rows = book.page(before, id, Limit.of(limit + 1));
        return CursorPage.of(rows, limit, last -> Cursor.of(last.createdAt(), last.id()))
                .map(WebhookResponse::from);
    }

    @Transactional(readOnly = true)
    public WebhookResponse get(UUID id) {
        return book.findById(id).map(WebhookResponse::from).orElseThrow(WebhookService::notFound);
    }

    @Transactional
    public WebhookResponse replace(UUID id, WebhookRequest request, ExpectedVersion expected) {
        Webhook webhook = book.lock(id).orElseThrow(WebhookService::notFound);
        expected.check(webhook.version());
        if (request.userId() != null && !request.userId().equals(webhook.userId())) {
            throw DomainException.invalid("userId", "cannot be changed");
        }
        webhook.describe(request.description(), now());
        return WebhookResponse.from(book.saveAndFlush(webhook));
    }

    @Transactional
    public void delete(UUID id, ExpectedVersion expected) {
        Webhook webhook = book.lock(id).orElseThrow(WebhookService::notFound);
        expected.check(webhook.version());
        book.delete(webhook);
    }

    /** The other side said that it wants no more. */
    @Transactional
    public void disable(UUID id, String reason) {
        book.lock(id).filter(Webhook::isEnabled).ifPresent(webhook -> {
            webhook.disable(reason, now());
            book.saveAndFlush(webhook);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException notFound() {
        return DomainException.notFound("webhook");
    }
}
