package com.ceoplatform.message.posting;

import com.ceoplatform.message.message.MessageResponse;

/**
 * What became of a posted message.
 *
 * @param isNew false when it had been sent before under the same client id, and this is the first one
 */
public record Posted(MessageResponse message, boolean isNew) {}
