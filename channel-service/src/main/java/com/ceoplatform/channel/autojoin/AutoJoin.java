package com.ceoplatform.channel.autojoin;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.Channel;
import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.channel.ChannelEvents;
import com.ceoplatform.channel.channel.Channels;
import com.ceoplatform.channel.channel.FieldChange;
import com.ceoplatform.channel.channel.SeenChannel;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.membership.Admission;
import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rule of a channel, and lets people in by it: those who are in the departments when the rule is made, and
 * whoever comes into one later. Nobody is taken out, and who leaves is not brought back unless they change departments.
 */
@Service
class AutoJoin {

    private final ChannelAccess access;
    private final Channels channels;
    private final Admission admission;
    private final ChannelEvents events;
    private final People people;
    private final Clock clock;

    AutoJoin(
            ChannelAccess access,
            Channels channels,
            Admission admission,
            ChannelEvents events,
            People people,
            Clock clock) {
        this.access = requireNonNull(access, "access is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.admission = requireNonNull(admission, "admission is null");
        this.events = requireNonNull(events, "events is null");
        this.people = requireNonNull(people, "people is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Transactional
    public AutoJoinRule set(Caller caller, UUID channelId, AutoJoinRequest request, ExpectedVersion expected) {
        SeenChannel seen = access.seeForChange(caller, channelId);
        seen.requireOwner();
        Channel channel = seen.channel();
        expected.check(channel.version());
        channel.requireOpen();
        List<String> before = channel.autoJoinDepartments();
        List<String> departments = request.departments().stream().distinct().toList();
        Instant now = now();
        if (!before.equals(departments)) {
            channel.joinedBy(departments, now);
            channels.saveAndFlush(channel);
            events.updated(channel, Map.of("autoJoinDepartments", new FieldChange(before, departments)));
            List<UUID> joining = departments.stream()
                    .filter(department -> !before.contains(department))
                    .flatMap(department -> people.ofDepartment(department).stream())
                    .map(Person::id)
                    .toList();
            admission.admit(channel, joining, MemberRole.MEMBER, now);
        }
        return new AutoJoinRule(channelId, channel.autoJoinDepartments(), channel.memberCount(), channel.version());
    }

    /** Lets a person into all channels of a department; within the transaction of the event that told of them. */
    void arrive(UUID userId, String department) {
        for (UUID channelId : channels.joinedByDepartment(department)) {
            channels.findForChange(channelId)
                    .filter(channel -> !channel.isArchived()
                            && channel.autoJoinDepartments().contains(department))
                    .ifPresent(channel -> admission.admit(channel, List.of(userId), MemberRole.MEMBER, now()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
