package com.ceoplatform.realtime.audience;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.realtime.frame.Feed;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Decides who sees what: the one place that knows the rules of visibility. */
@Component
public final class Admission {

    private static final Feed TASKS = new Feed.Tasks();

    private final Memberships memberships;
    private final ChannelFacts channels;
    private final Departments departments;

    public Admission(Memberships memberships, ChannelFacts channels, Departments departments) {
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.departments = requireNonNull(departments, "departments is null");
    }

    /** Whether a viewer may see an event that happens now. */
    public Verdict of(Viewer viewer, Audience audience) {
        return of(viewer, audience, channel -> memberships.isMember(viewer.userId(), channel));
    }

    /** Whether a viewer may see an event of the past: a member then, and still one. */
    public Verdict of(Viewer viewer, Audience audience, MembershipHistory history, Instant time) {
        return of(
                viewer,
                audience,
                channel -> memberships.isMember(viewer.userId(), channel) && history.wasMember(channel, time));
    }

    /** Whether a viewer is known to see a channel; where only another service can tell, the answer is no. */
    public boolean seesChannel(Viewer viewer, UUID channel) {
        return viewer.follows(new Feed.OfChannel(channel)) || seesAllOf(viewer, Set.of(channel)) == Verdict.YES;
    }

    private Verdict of(Viewer viewer, Audience audience, Predicate<UUID> isMember) {
        if (audience.people().contains(viewer.userId())) {
            return Verdict.YES;
        }
        for (UUID channel : audience.channels()) {
            if (isMember.test(channel) || viewer.follows(new Feed.OfChannel(channel))) {
                return Verdict.YES;
            }
        }
        if (audience.concerned().contains(viewer.userId())) {
            return seesAllOf(viewer, audience.channels());
        }
        return inTaskFeed(viewer, audience) ? seesAllOf(viewer, audience.channels()) : Verdict.NO;
    }

    private boolean inTaskFeed(Viewer viewer, Audience audience) {
        Set<UUID> owners = audience.owners();
        if (owners == null || !viewer.follows(TASKS)) {
            return false;
        }
        Caller caller = viewer.caller();
        return switch (caller.role()) {
            case CEO -> true;
            case MANAGER -> caller.department() != null && departments.anyIn(caller.department(), owners);
            case STAFF -> owners.contains(caller.id());
        };
    }

    private Verdict seesAllOf(Viewer viewer, Set<UUID> seen) {
        boolean ceo = viewer.caller().role() == Role.CEO;
        Verdict all = Verdict.YES;
        for (UUID channel : seen) {
            Verdict one = memberships.isMember(viewer.userId(), channel)
                    ? Verdict.YES
                    : channels.visibleToOthers(channel, ceo);
            if (one == Verdict.NO) {
                return one;
            }
            all = one == Verdict.UNKNOWN ? one : all;
        }
        return all;
    }
}
