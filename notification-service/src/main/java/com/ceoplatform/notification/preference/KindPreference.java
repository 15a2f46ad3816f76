package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.validation.constraints.NotNull;

/**
 * Whether a kind of notification is wanted.
 *
 * @param inApp in the list and over the WebSocket
 */
record KindPreference(
        @NotNull NotificationKind kind, @NotNull Boolean inApp) {}
