package com.ceoplatform.channel.membership;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.Channel;
import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.channel.ChannelEvents;
import com.ceoplatform.channel.channel.Channels;
import com.ceoplatform.channel.channel.SeenChannel;
import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who is in a channel; each change holds the channel's lock, so that no two of them overlap. */
@Service
class MembershipService {

    private final ChannelAccess access;
    private final Channels channels;
    private final Members members;
    private final Admission admission;
    private final ChannelEvents events;
    private final Clock clock;

    MembershipService(
            ChannelAccess access,
            Channels channels,
            Members members,
            Admission admission,
            ChannelEvents events,
            Clock clock) {
        this.access = requireNonNull(access, "access is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
        this.admission = requireNonNull(admission, "admission is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Adds people, or the caller alone to a public channel. Who is a member already stays what they are. */
    @Idempotent
    @Transactional
    public MemberResponse.Added add(Caller caller, UUID channelId, AddMembersRequest request) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        List<UUID> wanted = request.userIds().stream().distinct().toList();
        requireMayAdd(seen, wanted, request.roleOrMember());
        seen.channel().requireOpen();
        Map<UUID, Member> result = admission.admit(seen.channel(), wanted, request.roleOrMember(), now());
        return new MemberResponse.Added(
                wanted.stream().map(result::get).map(MemberResponse::from).toList());
    }

    private static void requireMayAdd(SeenChannel seen, List<UUID> wanted, MemberRole role) {
        boolean joining = wanted.equals(List.of(seen.caller().id())) && role == MemberRole.MEMBER;
        if (joining && seen.mayJoin()) {
            return;
        }
        seen.requireModerator();
        if (role != MemberRole.MEMBER) {
            seen.requireOwner();
        }
    }

    /** Takes a person out, or lets the caller leave. The last owner stays. */
    @Idempotent
    @Transactional
    public MemberResponse remove(Caller caller, UUID channelId, UUID userId) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        boolean leaving = caller.id().equals(userId);
        if (!leaving) {
            seen.requireModerator();
        }
        Channel channel = seen.channel();
        channel.requireOpen();
        Member member = member(channelId, userId);
        if (member.isOwner()) {
            if (!leaving) {
                seen.requireOwner();
            }
            requireAnotherOwner(channelId);
        }
        Instant now = now();
        member.leave(now);
        members.save(member);
        channel.membersChanged(-1, now);
        channels.saveAndFlush(channel);
        events.memberRemoved(channel, member);
        return MemberResponse.from(member);
    }

    /** Makes a member something else; ownership is handed on by making another owner first. */
    @Idempotent
    @Transactional
    public MemberResponse changeRole(Caller caller, UUID channelId, UUID userId, MemberRole role) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireOwner();
        Channel channel = seen.channel();
        channel.requireOpen();
        Member member = member(channelId, userId);
        MemberRole old = member.role();
        if (old != role) {
            if (member.isOwner()) {
                requireAnotherOwner(channelId);
            }
            member.become(role);
            members.save(member);
            channel.touch(now());
            channels.saveAndFlush(channel);
            events.rolesChanged(channel, Map.of(userId, old), Map.of(userId, role));
        }
        return MemberResponse.from(member);
    }

    /**
     * Makes another member the owner in the caller's place, who stays as a moderator; where somebody above the channel
     * hands it on, in the place of all its owners.
     */
    @Idempotent
    @Transactional
    public MemberResponse transfer(Caller caller, UUID channelId, UUID userId) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireOwner();
        Channel channel = seen.channel();
        channel.requireOpen();
        Member successor = member(channelId, userId);
        Map<UUID, MemberRole> from = new LinkedHashMap<>();
        Map<UUID, MemberRole> to = new LinkedHashMap<>();
        List<Member> before = seen.role() == MemberRole.OWNER
                ? List.of(member(channelId, caller.id()))
                : members.allOwners(channelId);
        before.stream()
                .filter(owner -> !owner.userId().equals(userId))
                .forEach(owner -> change(owner, MemberRole.MODERATOR, from, to));
        change(successor, MemberRole.OWNER, from, to);
        if (!to.isEmpty()) {
            channel.touch(now());
            channels.saveAndFlush(channel);
            events.rolesChanged(channel, from, to);
        }
        return MemberResponse.from(successor);
    }

    private void change(Member member, MemberRole role, Map<UUID, MemberRole> from, Map<UUID, MemberRole> to) {
        if (member.role() != role) {
            from.put(member.userId(), member.role());
            to.put(member.userId(), role);
            member.become(role);
            members.save(member);
        }
    }

    private Member member(UUID channelId, UUID userId) {
        return members.find(channelId, userId).orElseThrow(() -> DomainException.notFound("member"));
    }

    private void requireAnotherOwner(UUID channelId) {
        if (members.owners(channelId) < 2) {
            throw DomainException.conflict(
                    "last_owner", "A channel needs an owner: make somebody else one first, or archive the channel.");
        }
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
