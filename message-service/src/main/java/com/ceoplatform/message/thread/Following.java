package com.ceoplatform.message.thread;

import java.util.UUID;

/**
 * Whether the caller follows a thread.
 *
 * @param threadRootId the message that began it
 */
record Following(UUID threadRootId, boolean following) {}
