package com.ceoplatform.notification.webhook;

/** What the other side understands. */
enum WebhookFormat {
    /** Standard Webhooks: an event with the notification as REST returns it. */
    STANDARD,
    /** An incoming webhook of Slack, or of what behaves like one. */
    SLACK
}
