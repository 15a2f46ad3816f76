package com.ceoplatform.notification.notification;

/** The ways in which a notification reaches somebody. */
public enum DeliveryChannel {
    /** In the list and over the WebSocket. */
    IN_APP,
    EMAIL,
    PUSH,
    WEBHOOK
}
