package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.NotificationKind;

/**
 * What people are told of, as far as delivery must know.
 *
 * @param ofCommand whether a voice command did it, so that more may be added to the same notification
 */
public record Occasion(NotificationKind kind, boolean ofCommand) {

    Lane lane() {
        return Lane.of(kind);
    }

    /** Whether other ways are tried when nobody reacts; what concerns somebody's account goes by all ways at once. */
    public boolean escalates() {
        return kind == NotificationKind.URGENT_MESSAGE;
    }
}
