package com.ceoplatform.channel.membership;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.Channel;
import com.ceoplatform.channel.channel.ChannelEvents;
import com.ceoplatform.channel.channel.Channels;
import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings people into a channel that the transaction has locked, so that nobody comes in twice. */
@Component
public class Admission {

    private final Channels channels;
    private final Members members;
    private final ChannelEvents events;

    Admission(Channels channels, Members members, ChannelEvents events) {
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
        this.events = requireNonNull(events, "events is null");
    }

    /** Whoever is a member already stays what they are. Answers all of them, by person. */
    public Map<UUID, Member> admit(Channel channel, Collection<UUID> wanted, MemberRole role, Instant now) {
        Map<UUID, Member> all = new LinkedHashMap<>();
        members.findAll(channel.id(), wanted).forEach(member -> all.put(member.userId(), member));
        List<Member> added = wanted.stream()
                .distinct()
                .filter(userId -> !all.containsKey(userId))
                .map(userId -> new Member(channel.id(), userId, role, now))
                .toList();
        if (!added.isEmpty()) {
            members.saveAll(added);
            channel.membersChanged(added.size(), now);
            channels.saveAndFlush(channel);
            events.membersAdded(channel, added);
        }
        added.forEach(member -> all.put(member.userId(), member));
        return all;
    }
}
