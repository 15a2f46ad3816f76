package com.ceoplatform.notification.escalation;

import java.util.UUID;

/**
 * One look after an urgent notification.
 *
 * @param used how many ways had been used when it was decided to look; that they are more by now says that this was done
 */
record EscalationStep(UUID notificationId, int used) {

    private static final String SEPARATOR = "/";

    static EscalationStep of(String instance) {
        String[] parts = instance.split(SEPARATOR, 2);
        return new EscalationStep(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
    }

    String instance() {
        return notificationId + SEPARATOR + used;
    }
}
