package com.ceoplatform.notification.push;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers in which people want to be told; everybody sees only their own. */
@Service
class SubscriptionService {

    /** A person has a handful of browsers; more are leftovers of old ones. */
    private static final int AT_MOST = 20;

    private final PushSubscriptions subscriptions;
    private final Clock clock;

    SubscriptionService(PushSubscriptions subscriptions, Clock clock) {
        this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Idempotent
    @Transactional
    public SubscriptionResponse subscribe(UUID userId, SubscribeRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PushSubscription saved = subscriptions.save(new PushSubscription(
                Ids.next(), userId, request.endpoint(), request.publicKey(), request.authSecret(), now));
        subscriptions.keepNewest(userId, AT_MOST);
        return SubscriptionResponse.from(saved);
    }

    @Transactional(readOnly = true)
    public List<SubscriptionResponse> of(UUID userId) {
        return subscriptions.of(userId).stream().map(SubscriptionResponse::from).toList();
    }

    @Transactional
    public void unsubscribe(UUID userId, UUID id) {
        if (!subscriptions.deleteOwn(userId, id)) {
            throw DomainException.notFound("subscription");
        }
    }

    @Transactional
    public void unsubscribe(UUID userId, String endpoint) {
        if (!subscriptions.deleteOwn(userId, endpoint)) {
            throw DomainException.notFound("subscription");
        }
    }
}
