package com.ceoplatform.notification.notification;

import java.util.UUID;

/**
 * A notification as it was just told.
 *
 * @param recipientId a person, or a webhook of the organisation
 * @param isNew false when something was added to an earlier one
 */
public record Told(UUID notificationId, UUID recipientId, boolean isNew) {}
