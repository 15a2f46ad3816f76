package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.history.History;
import com.ceoplatform.channel.history.HistoryEntry;
import com.ceoplatform.channel.history.HistoryKind;
import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of channels, and keeps their history, within the transaction of the change; the channel must have been flushed. */
@Component
public class ChannelEvents {

    private final Outbox outbox;
    private final Members members;
    private final History history;

    ChannelEvents(Outbox outbox, Members members, History history) {
        this.outbox = requireNonNull(outbox, "outbox is null");
        this.members = requireNonNull(members, "members is null");
        this.history = requireNonNull(history, "history is null");
    }

    void created(Channel channel, List<UUID> memberIds) {
        append("channel.created", ChannelEvent.of(ChannelResponse.inEvent(channel, memberIds)));
        history.add(entry(channel, HistoryKind.CREATED));
    }

    public void updated(Channel channel, Map<String, FieldChange> changed) {
        append("channel.updated", new ChannelEvent(payload(channel), null, null, changed));
        history.add(entry(channel, HistoryKind.UPDATED).changing(changed));
    }

    void archived(Channel channel, @Nullable String reason) {
        append("channel.archived", ChannelEvent.of(payload(channel)));
        history.add(entry(channel, HistoryKind.ARCHIVED).because(reason));
    }

    void restored(Channel channel, @Nullable String reason) {
        append("channel.restored", ChannelEvent.of(payload(channel)));
        history.add(entry(channel, HistoryKind.RESTORED).because(reason));
    }

    /** One event per person; all of them show the channel after the whole change. */
    public void membersAdded(Channel channel, List<Member> added) {
        ChannelResponse payload = payload(channel);
        for (Member member : added) {
            append("channel.member_added", new ChannelEvent(payload, member.userId(), member.role(), null));
            history.add(entry(channel, HistoryKind.MEMBER_ADDED).about(member.userId()));
        }
    }

    public void memberRemoved(Channel channel, Member removed) {
        append("channel.member_removed", new ChannelEvent(payload(channel), removed.userId(), removed.role(), null));
        history.add(entry(channel, HistoryKind.MEMBER_REMOVED).about(removed.userId()));
    }

    /** Roles have no event of their own: they are an update of the channel that names the members. */
    public void rolesChanged(Channel channel, Map<UUID, MemberRole> from, Map<UUID, MemberRole> to) {
        updated(channel, Map.of("memberRoles", new FieldChange(from, to)));
    }

    private ChannelResponse payload(Channel channel) {
        return ChannelResponse.inEvent(channel, members.userIds(channel.id()));
    }

    private static HistoryEntry entry(Channel channel, HistoryKind kind) {
        return HistoryEntry.of(channel.id(), kind, channel.updatedAt());
    }

    private void append(String type, ChannelEvent event) {
        outbox.append(OutgoingEvent.of(Topic.CHANNELS, type, event.channel().id(), event));
    }
}
