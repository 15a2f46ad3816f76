package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Dispatches that the other side took first and sent back later. */
@Component
public class ReturnedDispatches {

    private final DispatchQueue queue;

    ReturnedDispatches(DispatchQueue queue) {
        this.queue = requireNonNull(queue, "queue is null");
    }

    /** To whom a dispatch went. */
    public Optional<UUID> recipientOf(UUID dispatchId) {
        return queue.recipientOf(dispatchId);
    }

    /** It can never arrive. */
    public void bounced(UUID dispatchId, String detail) {
        queue.bounced(dispatchId, detail);
    }
}
