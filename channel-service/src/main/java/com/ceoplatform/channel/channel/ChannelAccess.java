package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The only way from an id to a channel: what the caller may not see is not found. */
@Component
public class ChannelAccess {

    private final Channels channels;
    private final Members members;

    ChannelAccess(Channels channels, Members members) {
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
    }

    /** The channel as it is now; 404 {@code channel_not_found} when the caller may not know of it. */
    public SeenChannel see(Caller caller, UUID channelId) {
        return seen(caller, channelId, channels.findById(channelId));
    }

    /** The channel, locked until the transaction ends; 404 as above. */
    public SeenChannel seeForChange(Caller caller, UUID channelId) {
        return seen(caller, channelId, channels.findForChange(channelId));
    }

    /** Those of several channels that the caller may know of, in two queries. */
    public List<SeenChannel> seeAll(Caller caller, Collection<UUID> channelIds) {
        Map<UUID, MemberRole> roles = members.findStays(caller.id(), channelIds).stream()
                .collect(Collectors.toMap(Member::channelId, Member::role));
        return channels.findAllById(channelIds).stream()
                .map(channel -> new SeenChannel(caller, channel, roles.get(channel.id())))
                .filter(SeenChannel::isVisible)
                .toList();
    }

    private SeenChannel seen(Caller caller, UUID channelId, Optional<Channel> found) {
        return found.map(channel -> new SeenChannel(
                        caller,
                        channel,
                        members.find(channelId, caller.id()).map(Member::role).orElse(null)))
                .filter(SeenChannel::isVisible)
                .orElseThrow(() -> DomainException.notFound("channel"));
    }
}
