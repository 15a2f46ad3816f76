package com.ceoplatform.common.directory;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Where positive answers about somebody and a channel are remembered, if anywhere. */
@FunctionalInterface
interface KnownAccess {

    /** Remembers nothing. */
    KnownAccess NOWHERE = (channelId, userId, copy) -> copy.get();

    Optional<ChannelAccess> get(UUID channelId, UUID userId, Supplier<Optional<ChannelAccess>> copy);
}
