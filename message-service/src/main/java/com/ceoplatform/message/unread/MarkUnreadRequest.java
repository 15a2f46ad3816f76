package com.ceoplatform.message.unread;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * From where on somebody wants to read again.
 *
 * @param messageId the first message that is to be unread
 */
record MarkUnreadRequest(@NotNull UUID messageId) {}
