package com.ceoplatform.channel.channel;

import com.ceoplatform.channel.member.MemberRole;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every channel event: the channel, flat, and what is special about the event.
 *
 * @param userId whom a member event is about
 * @param role what that member is, or was
 * @param changed what an update changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelEvent(
        @JsonUnwrapped ChannelResponse channel,
        @Nullable UUID userId,
        @Nullable MemberRole role,
        @Nullable Map<String, FieldChange> changed) {

    static ChannelEvent of(ChannelResponse channel) {
        return new ChannelEvent(channel, null, null, null);
    }
}
