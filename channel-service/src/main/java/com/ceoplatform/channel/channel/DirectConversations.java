package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the one conversation that a set of people has. */
@Service
class DirectConversations {

    static final int MOST_PEOPLE = 20;

    private final Channels channels;
    private final Members members;
    private final ChannelEvents events;
    private final Clock clock;

    DirectConversations(Channels channels, Members members, ChannelEvents events, Clock clock) {
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** @param isNew whether this call made the conversation */
    record Opened(ChannelResponse channel, boolean isNew) {}

    /** The conversation of the caller and the others; the same people always get the same one. */
    @Idempotent
    @Transactional
    public Opened open(Caller caller, List<UUID> others) {
        Set<UUID> people = new TreeSet<>(others);
        people.add(caller.id());
        if (people.size() < 2 || people.size() > MOST_PEOPLE) {
            throw DomainException.invalid(
                    "memberIds", "a direct conversation has 2 to " + MOST_PEOPLE + " people, you included");
        }
        String key = people.stream().map(UUID::toString).collect(Collectors.joining(","));
        channels.lockDirectKey(key);
        List<UUID> memberIds = List.copyOf(people);
        return channels.findByDirectKey(key)
                .map(channel -> new Opened(response(caller, channel, memberIds), false))
                .orElseGet(() -> new Opened(response(caller, create(caller, key, memberIds), memberIds), true));
    }

    private Channel create(Caller caller, String key, List<UUID> memberIds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Channel channel = Channel.direct(key, caller.id(), now);
        channel.membersChanged(memberIds.size(), now);
        channels.saveAndFlush(channel);
        members.saveAll(memberIds.stream()
                .map(id -> new Member(channel.id(), id, MemberRole.MEMBER, now))
                .toList());
        events.created(channel, memberIds);
        return channel;
    }

    private static ChannelResponse response(Caller caller, Channel channel, List<UUID> memberIds) {
        return ChannelResponse.from(new SeenChannel(caller, channel, MemberRole.MEMBER), memberIds);
    }
}
