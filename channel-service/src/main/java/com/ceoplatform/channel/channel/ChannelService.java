package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, shows, changes, archives and restores channels. */
@Service
class ChannelService {

    private final Channels channels;
    private final Members members;
    private final ChannelAccess access;
    private final ChannelEvents events;
    private final Clock clock;

    ChannelService(Channels channels, Members members, ChannelAccess access, ChannelEvents events, Clock clock) {
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
        this.access = requireNonNull(access, "access is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The creator becomes the owner; everybody named becomes a member. */
    @Idempotent
    @Transactional
    public ChannelResponse create(Caller caller, CreateChannelRequest request) {
        Instant now = now();
        ChannelDraft draft = request.draft(caller);
        requireCategory(isThere(draft.categoryId()));
        Channel channel = Channel.create(draft, caller.id(), now);
        Stream<Member> others = request.members().stream()
                .distinct()
                .filter(id -> !id.equals(caller.id()))
                .map(id -> new Member(channel.id(), id, MemberRole.MEMBER, now));
        Member owner = new Member(channel.id(), caller.id(), MemberRole.OWNER, now);
        List<Member> all = Stream.concat(Stream.of(owner), others).toList();
        channel.membersChanged(all.size(), now);
        channels.saveAndFlush(channel);
        members.saveAll(all);
        List<UUID> memberIds = all.stream().map(Member::userId).sorted().toList();
        events.created(channel, memberIds);
        return ChannelResponse.from(new SeenChannel(caller, channel, MemberRole.OWNER), memberIds);
    }

    @Transactional(readOnly = true)
    public ChannelResponse show(Caller caller, UUID channelId) {
        return detail(access.see(caller, channelId));
    }

    /** Changes what the request names. Type, privacy and department are the owners' to decide. */
    @Idempotent
    @Transactional
    public ChannelResponse update(
            Caller caller, UUID channelId, UpdateChannelRequest request, ExpectedVersion expected) {
        boolean categoryIsThere = isThere(request.categoryId().value());
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireModerator();
        Channel channel = seen.channel();
        expected.check(channel.version());
        channel.requireOpen();
        requireCategory(categoryIsThere);
        ChannelDraft old = channel.draft();
        ChannelDraft current = request.applyTo(old);
        Map<String, FieldChange> changed = FieldChange.between(old, current);
        if (changed.containsKey("type") || changed.containsKey("privacy") || changed.containsKey("department")) {
            seen.requireOwner();
        }
        if (!changed.isEmpty()) {
            channel.become(current, now());
            channels.saveAndFlush(channel);
            events.updated(channel, changed);
        }
        return detail(seen);
    }

    @Idempotent
    @Transactional
    public ChannelResponse archive(Caller caller, UUID channelId, ReasonRequest why, ExpectedVersion expected) {
        SeenChannel seen = changeStatus(caller, channelId, expected, Channel::archive);
        events.archived(seen.channel(), why.reason());
        return detail(seen);
    }

    @Idempotent
    @Transactional
    public ChannelResponse restore(Caller caller, UUID channelId, ReasonRequest why, ExpectedVersion expected) {
        SeenChannel seen = changeStatus(caller, channelId, expected, Channel::restore);
        events.restored(seen.channel(), why.reason());
        return detail(seen);
    }

    /** Whether there is such a category, which then stays until the transaction ends; asked before a channel is locked. */
    private boolean isThere(@Nullable UUID categoryId) {
        return categoryId == null || channels.lockCategory(categoryId).isPresent();
    }

    private static void requireCategory(boolean isThere) {
        if (!isThere) {
            throw DomainException.invalid("categoryId", "there is no such category");
        }
    }

    private SeenChannel changeStatus(
            Caller caller, UUID channelId, ExpectedVersion expected, BiConsumer<Channel, Instant> change) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireOwner();
        expected.check(seen.channel().version());
        change.accept(seen.channel(), now());
        channels.saveAndFlush(seen.channel());
        return seen;
    }

    private ChannelResponse detail(SeenChannel seen) {
        List<UUID> memberIds =
                seen.mayLookInside() ? members.userIds(seen.channel().id()) : null;
        return ChannelResponse.from(seen, memberIds);
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
