package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of channels, within the transaction of the change; the channel must have been flushed. */
@Component
public class ChannelEvents {

    private final Outbox outbox;
    private final Members members;

    ChannelEvents(Outbox outbox, Members members) {
        this.outbox = requireNonNull(outbox, "outbox is null");
        this.members = requireNonNull(members, "members is null");
    }

    void created(Channel channel, List<UUID> memberIds) {
        append("channel.created", ChannelEvent.of(ChannelResponse.from(channel, memberIds, null)));
    }

    public void updated(Channel channel, Map<String, FieldChange> changed) {
        append("channel.updated", new ChannelEvent(payload(channel), null, null, changed));
    }

    void archived(Channel channel) {
        append("channel.archived", ChannelEvent.of(payload(channel)));
    }

    void restored(Channel channel) {
        append("channel.restored", ChannelEvent.of(payload(channel)));
    }

    /** One event per person; all of them show the channel after the whole change. */
    public void membersAdded(Channel channel, List<Member> added) {
        ChannelResponse payload = payload(channel);
        added.forEach(member ->
                append("channel.member_added", new ChannelEvent(payload, member.userId(), member.role(), null)));
    }

    public void memberRemoved(Channel channel, Member removed) {
        append("channel.member_removed", new ChannelEvent(payload(channel), removed.userId(), removed.role(), null));
    }

    /** A role has no event of its own: it is an update of the channel that names the member. */
    public void roleChanged(Channel channel, UUID userId, MemberRole from, MemberRole to) {
        updated(channel, Map.of("memberRoles", new FieldChange(Map.of(userId, from), Map.of(userId, to))));
    }

    private ChannelResponse payload(Channel channel) {
        return ChannelResponse.from(channel, members.userIds(channel.id()), null);
    }

    private void append(String type, ChannelEvent event) {
        outbox.append(OutgoingEvent.of(Topic.CHANNELS, type, event.channel().id(), event));
    }
}
