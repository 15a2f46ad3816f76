package com.ceoplatform.notification.notification;

import java.util.UUID;

/**
 * Who is told.
 *
 * @param id a person, or a webhook of the organisation
 * @param inApp whether they want it in their list and over the WebSocket
 */
public record Recipient(UUID id, boolean inApp) {}
