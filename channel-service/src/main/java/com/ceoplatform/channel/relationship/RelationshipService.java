package com.ceoplatform.channel.relationship;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.Channel;
import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.channel.ChannelEvents;
import com.ceoplatform.channel.channel.Channels;
import com.ceoplatform.channel.channel.FieldChange;
import com.ceoplatform.channel.channel.SeenChannel;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Relates channels: one parent at most, never in a circle, and one relationship between two channels. */
@Service
class RelationshipService {

    private final ChannelAccess access;
    private final Channels channels;
    private final Relationships relationships;
    private final ChannelEvents events;
    private final Clock clock;

    RelationshipService(
            ChannelAccess access, Channels channels, Relationships relationships, ChannelEvents events, Clock clock) {
        this.access = requireNonNull(access, "access is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.relationships = requireNonNull(relationships, "relationships is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What the channel is related to, as far as the caller may know of it. */
    @Transactional(readOnly = true)
    public RelationshipResponse.Related list(Caller caller, UUID channelId) {
        access.see(caller, channelId);
        List<Relationship> all = relationships.of(channelId);
        List<UUID> others = all.stream().map(one -> one.other(channelId)).toList();
        Map<UUID, Channel> visible = access.seeAll(caller, others).stream()
                .map(SeenChannel::channel)
                .collect(Collectors.toMap(Channel::id, Function.identity()));
        return new RelationshipResponse.Related(all.stream()
                .flatMap(one -> Stream.ofNullable(visible.get(one.other(channelId)))
                        .map(other -> RelationshipResponse.from(one, channelId, other)))
                .toList());
    }

    @Idempotent
    @Transactional
    public RelationshipResponse relate(Caller caller, UUID channelId, RelateRequest request) {
        relationships.lock();
        SeenChannel seen = seeForChange(caller, channelId);
        Channel other = other(caller, seen, request.channelId());
        if (relationships.between(channelId, other.id()).isPresent()) {
            throw DomainException.conflict("relationship_exists", "The two channels are related already.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Relationship relationship = Relationship.between(channelId, other.id(), request.kind(), caller.id(), now);
        if (relationship.isHierarchy()) {
            requireFits(relationship);
        }
        int before = relationships.of(channelId).size();
        relationships.save(relationship);
        tell(seen.channel(), before, before + 1, now);
        return RelationshipResponse.from(relationship, channelId, other);
    }

    private Channel other(Caller caller, SeenChannel seen, UUID otherId) {
        if (otherId.equals(seen.channel().id())) {
            throw DomainException.invalid("channelId", "a channel is not related to itself");
        }
        SeenChannel other = access.see(caller, otherId);
        other.requireInside();
        other.channel().requireOpen();
        return other.channel();
    }

    private void requireFits(Relationship relationship) {
        if (relationships.hasParent(relationship.childId())) {
            throw DomainException.conflict("channel_has_parent", "The channel has a parent already.");
        }
        if (relationships.isAbove(relationship.childId(), relationship.parentId())) {
            throw DomainException.conflict("relationship_cycle", "A channel cannot be above itself.");
        }
    }

    /** Ends a relationship, whichever of the two channels it is asked of. */
    @Transactional
    public void unrelate(Caller caller, UUID channelId, UUID otherId) {
        relationships.lock();
        SeenChannel seen = seeForChange(caller, channelId);
        Relationship relationship =
                relationships.between(channelId, otherId).orElseThrow(() -> DomainException.notFound("relationship"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int before = relationships.of(channelId).size();
        relationship.end(now);
        relationships.save(relationship);
        tell(seen.channel(), before, before - 1, now);
    }

    private SeenChannel seeForChange(Caller caller, UUID channelId) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireModerator();
        seen.channel().requireOpen();
        return seen;
    }

    /** Says how many there are and not which: readers of this channel may not know of the other one. */
    private void tell(Channel channel, int before, int after, Instant now) {
        channel.touch(now);
        channels.saveAndFlush(channel);
        events.updated(channel, Map.of("relationships", new FieldChange(before, after)));
    }
}
