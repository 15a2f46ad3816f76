package com.ceoplatform.realtime.audience;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the payload of an event says about its receivers.
 *
 * @param channelId the channel that it happened in, null when in none
 * @param memberships who joined or left because of it
 * @param channel the channel as it is after the event, when the event is about a channel
 * @param isPartly whether the payload names several channels and tasks, of which a receiver may know only some
 */
public record Addressed(
        Audience audience,
        @Nullable UUID channelId,
        List<MembershipChange> memberships,
        @Nullable ChannelView channel,
        boolean isPartly) {

    public Addressed {
        memberships = List.copyOf(memberships);
    }

    static Addressed to(Audience audience, @Nullable UUID channelId) {
        return new Addressed(audience, channelId, List.of(), null, false);
    }

    Addressed partly() {
        return new Addressed(audience, channelId, memberships, channel, true);
    }
}
