/** Notifications to other systems: signed calls (Standard Webhooks), or messages for Slack. */
@NullMarked
package com.ceoplatform.notification.webhook;

import org.jspecify.annotations.NullMarked;
