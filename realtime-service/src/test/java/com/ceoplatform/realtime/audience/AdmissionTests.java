package com.ceoplatform.realtime.audience;

import static com.ceoplatform.realtime.audience.Verdict.NO;
import static com.ceoplatform.realtime.audience.Verdict.UNKNOWN;
import static com.ceoplatform.realtime.audience.Verdict.YES;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.realtime.frame.Feed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final Memberships memberships = new Memberships();
    private final ChannelFacts channels = new ChannelFacts();
    private final Departments departments = new Departments(new EventDecoder(PlatformJson.mapper()));
    private final Admission admission = new Admission(memberships, channels, departments);
    private final UUID channel = Ids.next();
    private final UUID creator = Ids.next();

    private static Viewer viewer(Role role, String department) {
        UUID id = Ids.next();
        return new Viewer(new Caller(id, "a@b.c", "A", role, department, "s", ZoneOffset.UTC), "token");
    }

    private static Viewer staff() {
        return viewer(Role.STAFF, null);
    }

    private void join(Viewer viewer, UUID joined) {
        memberships.hold(viewer.userId());
        memberships.load(viewer.userId(), Set.of(joined));
    }

    private void learn(String privacy, String type) {
        channels.learn(new ChannelView(channel, privacy, type, null, 3));
    }

    private Audience taskInChannel(UUID assignee) {
        return new Audience(Set.of(), Set.of(channel), Set.of(creator, assignee), Set.of(creator, assignee));
    }

    private Audience freeTask(UUID assignee) {
        return new Audience(Set.of(creator, assignee), Set.of(), Set.of(), Set.of(creator, assignee));
    }

    private void worksIn(UUID person, String department) {
        byte[] payload =
                PlatformJson.mapper().writeValueAsBytes(Map.of("id", person, "department", department, "active", true));
        departments.on(new Event<>(
                Ids.next(),
                "user.created",
                "/gateway",
                person.toString(),
                NOW,
                null,
                null,
                null,
                null,
                new Event.Position("users.events", 0, 0, person.toString()),
                payload));
    }

    @Test
    void admitsPeopleAndMembersAndNobodyElse() {
        Viewer viewer = staff();
        Viewer member = staff();
        join(member, channel);

        assertThat(admission.of(viewer, Audience.people(Set.of(viewer.userId()))))
                .isEqualTo(YES);
        assertThat(admission.of(viewer, Audience.people(Set.of(creator)))).isEqualTo(NO);
        assertThat(admission.of(member, Audience.members(channel, Set.of()))).isEqualTo(YES);
        assertThat(admission.of(viewer, Audience.members(channel, Set.of()))).isEqualTo(NO);
    }

    @Test
    void admitsAnAssigneeOnlyWhereTheySeeTheChannel() {
        Viewer assignee = staff();

        assertThat(admission.of(assignee, taskInChannel(assignee.userId()))).isEqualTo(UNKNOWN);
        learn("private", "project");
        assertThat(admission.of(assignee, taskInChannel(assignee.userId()))).isEqualTo(NO);
        learn("public", "project");
        assertThat(admission.of(assignee, taskInChannel(assignee.userId()))).isEqualTo(YES);
    }

    @Test
    void showsTheCeoAllTasksOnRequestButNotThoseOfDirectConversations() {
        Viewer ceo = viewer(Role.CEO, null);

        assertThat(admission.of(ceo, freeTask(Ids.next()))).isEqualTo(NO);
        ceo.feeds().add(new Feed.Tasks());
        assertThat(admission.of(ceo, freeTask(Ids.next()))).isEqualTo(YES);
        learn("private", "project");
        assertThat(admission.of(ceo, taskInChannel(Ids.next()))).isEqualTo(YES);
        learn("private", "direct");
        assertThat(admission.of(ceo, taskInChannel(Ids.next()))).isEqualTo(NO);
    }

    @Test
    void takesARefusalForWhatItSays() {
        Viewer ceo = viewer(Role.CEO, null);
        ceo.feeds().add(new Feed.Tasks());
        Viewer assignee = staff();
        channels.learnHidden(channel, false);

        assertThat(admission.of(assignee, taskInChannel(assignee.userId()))).isEqualTo(NO);
        assertThat(admission.of(ceo, taskInChannel(Ids.next()))).isEqualTo(UNKNOWN);
        channels.learnHidden(channel, true);
        assertThat(admission.of(ceo, taskInChannel(Ids.next()))).isEqualTo(NO);
        learn("public", "project");
        assertThat(admission.of(assignee, taskInChannel(assignee.userId()))).isEqualTo(YES);
    }

    @Test
    void showsAManagerTheTasksOfTheirPeopleOnRequest() {
        Viewer manager = viewer(Role.MANAGER, "Finance");
        UUID finance = Ids.next();
        worksIn(finance, "Finance");
        worksIn(creator, "Sales");
        manager.feeds().add(new Feed.Tasks());

        assertThat(admission.of(manager, freeTask(finance))).isEqualTo(YES);
        assertThat(admission.of(manager, freeTask(Ids.next()))).isEqualTo(NO);
        learn("private", "project");
        assertThat(admission.of(manager, taskInChannel(finance))).isEqualTo(NO);
    }

    @Test
    void showsStaffNoMoreOnRequestThanTheirOwn() {
        Viewer viewer = staff();
        viewer.feeds().add(new Feed.Tasks());

        assertThat(admission.of(viewer, freeTask(Ids.next()))).isEqualTo(NO);
    }

    @Test
    void showsFollowersOfAFeedItsChannel() {
        Viewer viewer = staff();
        viewer.feeds().add(new Feed.OfChannel(channel));

        assertThat(admission.of(viewer, Audience.members(channel, Set.of()))).isEqualTo(YES);
        assertThat(admission.of(viewer, Audience.members(Ids.next(), Set.of()))).isEqualTo(NO);
    }

    @Test
    void replaysOnlyWhatHappenedWhileTheViewerWasAMember() {
        Viewer viewer = staff();
        join(viewer, channel);
        MembershipHistory history = new MembershipHistory(viewer.userId());
        history.add(new MembershipChange(viewer.userId(), channel, true, NOW));
        history.add(new MembershipChange(Ids.next(), channel, false, NOW.plusSeconds(1)));
        Audience message = Audience.members(channel, Set.of());

        assertThat(admission.of(viewer, message, history, NOW.minusMillis(1))).isEqualTo(NO);
        assertThat(admission.of(viewer, message, history, NOW)).isEqualTo(YES);
        assertThat(admission.of(viewer, message, history, NOW.plusSeconds(5))).isEqualTo(YES);
        memberships.apply(new MembershipChange(viewer.userId(), channel, false, NOW.plusSeconds(9)));
        assertThat(admission.of(viewer, message, history, NOW.plusSeconds(5))).isEqualTo(NO);
    }

    @Test
    void knowsWhoWasAMemberBetweenLeavingAndComingBack() {
        UUID user = Ids.next();
        MembershipHistory history = new MembershipHistory(user);
        history.add(new MembershipChange(user, channel, true, NOW.plusSeconds(20)));
        history.add(new MembershipChange(user, channel, false, NOW.plusSeconds(10)));

        assertThat(history.wasMember(channel, NOW)).isTrue();
        assertThat(history.wasMember(channel, NOW.plusSeconds(15))).isFalse();
        assertThat(history.wasMember(channel, NOW.plusSeconds(20))).isTrue();
        assertThat(history.wasMember(Ids.next(), NOW)).isTrue();
    }
}
