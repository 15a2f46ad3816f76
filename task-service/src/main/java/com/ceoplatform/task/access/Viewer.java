package com.ceoplatform.task.access;

import com.ceoplatform.common.security.Caller;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who looks at tasks, with what was found out about them before the transaction. Has no JSON: an idempotency key
 * is about what was asked for, not about who was in which channel then.
 *
 * @param team everyone of the department that the caller manages; empty for others
 * @param channels what their owner has just told about channels, ahead of the events
 */
@JsonIncludeProperties({})
public record Viewer(Caller caller, Set<UUID> team, Map<UUID, KnownChannel> channels) {

    public Viewer {
        team = Set.copyOf(team);
        channels = Map.copyOf(channels);
    }

    Viewer with(KnownChannel channel) {
        Map<UUID, KnownChannel> more = new HashMap<>(channels);
        more.put(channel.access().channel().id(), channel);
        return new Viewer(caller, team, more);
    }

    public UUID id() {
        return caller.id();
    }

    public boolean isCeo() {
        return caller.isCeo();
    }

    /** The channel, when it was looked up for this request and the caller may see it. */
    public Optional<KnownChannel> channel(UUID channelId) {
        return Optional.ofNullable(channels.get(channelId));
    }

    /** Whether one of these people belongs to the department that the caller manages. */
    public boolean leadsAnyOf(Collection<UUID> people) {
        return people.stream().anyMatch(team::contains);
    }
}
