package com.ceoplatform.common.directory;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.cache.TwoLevelCache;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Remembers in the two-level cache. A copy that is behind what events have told this process is no answer: its owner is
 * asked then.
 */
class CachedAccess implements KnownAccess {

    private final TwoLevelCache<ChannelAccess> cache;

    CachedAccess(TwoLevelCache<ChannelAccess> cache) {
        this.cache = requireNonNull(cache, "cache is null");
    }

    @Override
    public Optional<ChannelAccess> get(UUID channelId, UUID userId, Supplier<Optional<ChannelAccess>> copy) {
        return cache.get(
                channelId,
                userId.toString(),
                () -> copy.get()
                        .filter(access ->
                                !cache.isOutdated(channelId, access.channel().version())));
    }
}
