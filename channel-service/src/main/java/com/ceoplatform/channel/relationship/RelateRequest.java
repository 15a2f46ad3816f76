package com.ceoplatform.channel.relationship;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Relates a channel to another one.
 *
 * @param kind what the other channel is to this one
 */
record RelateRequest(@NotNull UUID channelId, @NotNull RelationshipKind kind) {}
