package com.ceoplatform.voice.call;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * On whose behalf, for which action and for how long calls are made. Creating calls are numbered, so that each one has the
 * same idempotency key whenever the action is executed again.
 */
public final class CallScope {

    private final UUID commandId;
    private final String action;
    private final String token;
    private final BooleanSupplier patience;
    private final AtomicInteger creations = new AtomicInteger();

    /** @param patience whether it is still worth trying again */
    public CallScope(UUID commandId, String action, String token, BooleanSupplier patience) {
        this.commandId = commandId;
        this.action = action;
        this.token = token;
        this.patience = patience;
    }

    String token() {
        return token;
    }

    boolean patient() {
        return patience.getAsBoolean();
    }

    /** {@code <commandId>:<actionId>}, and with a number behind it from the second creating call of an action on. */
    String nextKey() {
        int number = creations.incrementAndGet();
        String key = commandId + ":" + action;
        return number == 1 ? key : key + ":" + number;
    }

    @Override
    public String toString() {
        return commandId + ":" + action;
    }
}
