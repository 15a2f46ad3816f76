package com.ceoplatform.common.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;

/** The versions that events have told of: what is older than that is not believed any more. */
class KnownVersions {

    private final Cache<UUID, Long> lowest;

    /** @param entriesLive the longest time that an entry lives in any level */
    KnownVersions(Duration entriesLive) {
        lowest = Caffeine.newBuilder()
                .expireAfterWrite(entriesLive.multipliedBy(2))
                .build();
    }

    void raise(UUID id, long version) {
        lowest.asMap().merge(id, version, Math::max);
    }

    boolean isOutdated(UUID id, long version) {
        Long known = lowest.getIfPresent(id);
        return known != null && version < known;
    }
}
