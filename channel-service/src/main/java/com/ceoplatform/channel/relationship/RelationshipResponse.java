package com.ceoplatform.channel.relationship;

import com.ceoplatform.channel.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A related channel.
 *
 * @param kind what the other channel is to the one asked about
 */
record RelationshipResponse(UUID channelId, @Nullable String name, RelationshipKind kind, Instant createdAt) {

    static RelationshipResponse from(Relationship relationship, UUID seenFrom, Channel other) {
        return new RelationshipResponse(
                other.id(), other.name(), relationship.kindSeenFrom(seenFrom), relationship.createdAt());
    }

    /** All related channels that the reader may know of. */
    record Related(List<RelationshipResponse> items) {}
}
