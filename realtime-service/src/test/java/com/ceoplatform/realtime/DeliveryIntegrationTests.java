package com.ceoplatform.realtime;

import static com.ceoplatform.realtime.support.Client.error;
import static com.ceoplatform.realtime.support.Client.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.realtime.support.ChannelServiceStandIn;
import com.ceoplatform.realtime.support.Client;
import com.ceoplatform.realtime.support.Payloads;
import com.ceoplatform.realtime.support.Replica;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryIntegrationTests {

    private static final TestEvents EVENTS = new TestEvents();
    private static final ChannelServiceStandIn CHANNELS = new ChannelServiceStandIn();
    private static Replica replica;

    private final UUID sarah = Ids.next();
    private final UUID mike = Ids.next();
    private final UUID channel = Ids.next();

    @BeforeAll
    static void start() {
        replica = Replica.start(CHANNELS, "platform.realtime.delivery.resume-grace=20ms");
    }

    @AfterAll
    static void stop() {
        replica.close();
        CHANNELS.close();
        EVENTS.close();
    }

    private static Client connect(UUID user) {
        return connect(user, Role.STAFF, null);
    }

    private static Client connect(UUID user, Role role, String department) {
        return Client.connect(replica.socket(), TestTokens.of(user, role, department));
    }

    private static UUID post(UUID channel, UUID sender) {
        UUID message = Ids.next();
        EVENTS.send(
                Ids.next(),
                Topic.MESSAGES,
                "message.posted",
                channel.toString(),
                message.toString(),
                sender,
                null,
                Payloads.message(message, channel, sender));
        return message;
    }

    /** Something that this user gets for certain, sent after what they must not get. */
    private static void notifyAndAwait(Client client, UUID user) {
        UUID notification = Ids.next();
        EVENTS.send(
                Ids.next(),
                Topic.NOTIFICATIONS,
                "notification.created",
                user.toString(),
                notification.toString(),
                null,
                null,
                Map.of("id", notification, "userId", user));
        client.await(event("notification.created", notification));
    }

    @Test
    void tellsANewClientItsPositions() {
        try (Client client = connect(sarah)) {
            JsonNode welcome = client.frames().getFirst();

            assertThat(welcome.get("userId").stringValue()).isEqualTo(sarah.toString());
            assertThat(welcome.get("heartbeatSeconds").intValue()).isEqualTo(25);
            assertThat(welcome.get("positions").size()).isEqualTo(18);
        }
    }

    @Test
    void sendsATaskToThoseWhoAreOnItAndToNobodyElse() {
        try (Client assignee = connect(sarah);
                Client stranger = connect(mike)) {
            UUID task = Ids.next();
            EVENTS.send(
                    Ids.next(),
                    Topic.TASKS,
                    "task.created",
                    task.toString(),
                    task.toString(),
                    Ids.next(),
                    null,
                    Payloads.task(task, Ids.next(), Set.of(sarah), null));

            JsonNode frame = assignee.await(event("task.created", task));
            notifyAndAwait(stranger, mike);

            assertThat(frame.at("/data/title").stringValue()).isEqualTo("Content plan ✅");
            assertThat(stranger.has(event("task.created", task))).isFalse();
        }
    }

    @Test
    void tellsWhoWasUnassignedOnce() {
        try (Client former = connect(sarah)) {
            UUID task = Ids.next();
            Map<String, Object> payload = Payloads.task(task, mike, Set.of(), null);
            payload.put("changed", Map.of("assigneeIds", Map.of("from", List.of(sarah), "to", List.of())));
            EVENTS.send(Topic.TASKS, "task.unassigned", task, payload);
            EVENTS.send(Topic.TASKS, "task.updated", task, Payloads.task(task, mike, Set.of(), null));

            former.await(event("task.unassigned", task));
            notifyAndAwait(former, sarah);

            assertThat(former.has(event("task.updated", task))).isFalse();
        }
    }

    @Test
    void followsMembersAsTheyJoinAndLeave() {
        CHANNELS.member(mike, channel);
        try (Client joining = connect(sarah);
                Client member = connect(mike)) {
            UUID before = post(channel, mike);
            EVENTS.send(Topic.CHANNELS, "channel.member_added", channel, Payloads.member(channel, sarah));
            joining.await(event("channel.member_added", channel));
            UUID within = post(channel, mike);
            joining.await(event("message.posted", within));
            EVENTS.send(Topic.CHANNELS, "channel.member_removed", channel, Payloads.member(channel, sarah));
            joining.await(event("channel.member_removed", channel));
            member.await(event("channel.member_removed", channel));
            UUID after = post(channel, mike);
            member.await(event("message.posted", after));
            notifyAndAwait(joining, sarah);

            assertThat(joining.has(event("message.posted", before))).isFalse();
            assertThat(joining.has(event("message.posted", after))).isFalse();
        }
    }

    @Test
    void losesNoChangeBetweenTheSnapshotOfMembershipsAndTheStream() {
        CHANNELS.beforeMemberships(
                () -> EVENTS.send(Topic.CHANNELS, "channel.member_added", channel, Payloads.member(channel, sarah)));
        try (Client client = connect(sarah)) {
            CHANNELS.beforeMemberships(() -> {});
            UUID message = post(channel, mike);

            client.await(event("message.posted", message));
        }
    }

    @Test
    void makesTheMembersOfANewChannelItsMembers() {
        try (Client client = connect(sarah)) {
            EVENTS.send(
                    Topic.CHANNELS,
                    "channel.created",
                    channel,
                    Payloads.channel(channel, "private", "project", Set.of(sarah, mike)));
            client.await(event("channel.created", channel));
            UUID message = post(channel, mike);

            assertThat(client.await(event("message.posted", message))
                            .get("channelId")
                            .stringValue())
                    .isEqualTo(channel.toString());
        }
    }

    @Test
    void showsTheStepsOfACommandToItsSpeakerOnly() {
        try (Client speaker = connect(sarah);
                Client other = connect(mike)) {
            UUID command = Ids.next();
            EVENTS.send(
                    Ids.next(),
                    Topic.COMMANDS,
                    "command.planned",
                    command.toString(),
                    command.toString(),
                    sarah,
                    command,
                    Map.of("id", command, "userId", sarah));

            JsonNode frame = speaker.await(event("command.planned", command));
            notifyAndAwait(other, mike);

            assertThat(frame.get("commandId").stringValue()).isEqualTo(command.toString());
            assertThat(other.has(event("command.planned", command))).isFalse();
        }
    }

    @Test
    void followsAPublicChannelOnRequestUntilItIsNoLongerPublic() {
        CHANNELS.channel(channel, "public", "announcement");
        try (Client client = connect(sarah)) {
            client.subscribe("channel:" + channel);
            UUID open = post(channel, mike);
            client.await(event("message.posted", open));
            EVENTS.send(
                    Topic.CHANNELS,
                    "channel.updated",
                    channel,
                    Payloads.channel(channel, "private", "announcement", Set.of(mike)));
            notifyAndAwait(client, sarah);
            UUID closed = post(channel, mike);
            notifyAndAwait(client, sarah);

            assertThat(client.has(event("message.posted", closed))).isFalse();
            assertThat(client.has(event("channel.updated", channel))).isFalse();
        }
    }

    @Test
    void refusesTheFeedOfAPrivateChannelAndStopsAFeed() {
        UUID hidden = Ids.next();
        CHANNELS.channel(hidden, "private", "project");
        CHANNELS.channel(channel, "public", "project");
        try (Client client = connect(sarah)) {
            client.subscribe("channel:" + hidden);
            client.await(error("channel_not_found"));
            client.subscribe("channel:" + channel);
            client.send(Map.of("type", "unsubscribe", "feed", "channel:" + channel));
            client.settle();
            UUID message = post(channel, mike);
            notifyAndAwait(client, sarah);

            assertThat(client.has(event("message.posted", message))).isFalse();
        }
    }

    @Test
    void showsTheCeoAllTasksOnRequestButThoseOfOthersDirectConversations() {
        UUID secret = Ids.next();
        UUID direct = Ids.next();
        CHANNELS.channel(secret, "private", "project");
        CHANNELS.channel(direct, "private", "direct");
        try (Client ceo = connect(Ids.next(), Role.CEO, null)) {
            ceo.subscribe("tasks");
            UUID inDirect = Ids.next();
            UUID inSecret = Ids.next();
            UUID free = Ids.next();
            EVENTS.send(Topic.TASKS, "task.created", inDirect, Payloads.task(inDirect, mike, Set.of(sarah), direct));
            EVENTS.send(Topic.TASKS, "task.created", inSecret, Payloads.task(inSecret, mike, Set.of(sarah), secret));
            EVENTS.send(Topic.TASKS, "task.created", free, Payloads.task(free, mike, Set.of(sarah), null));

            ceo.await(event("task.created", inSecret));
            ceo.await(event("task.created", free));
            UUID last = Ids.next();
            EVENTS.send(Topic.TASKS, "task.created", last, Payloads.task(last, mike, Set.of(sarah), null));
            ceo.await(event("task.created", last));
            assertThat(ceo.has(event("task.created", inDirect))).isFalse();
        }
    }

    @Test
    void showsAManagerTheTasksOfTheirDepartmentOnRequest() {
        UUID manager = Ids.next();
        EVENTS.send(Topic.USERS, "user.created", sarah, Payloads.user(sarah, "Finance"));
        EVENTS.send(Topic.USERS, "user.created", mike, Payloads.user(mike, "Sales"));
        try (Client client = connect(manager, Role.MANAGER, "Finance")) {
            client.subscribe("tasks");
            UUID others = Ids.next();
            UUID own = Ids.next();
            EVENTS.send(Topic.TASKS, "task.created", others, Payloads.task(others, mike, Set.of(mike), null));
            EVENTS.send(Topic.TASKS, "task.created", own, Payloads.task(own, mike, Set.of(sarah), null));
            client.await(event("task.created", own));
            notifyAndAwait(client, manager);

            assertThat(client.has(event("task.created", others))).isFalse();
        }
    }

    @Test
    void asksWhetherAnAssigneeMaySeeAChannelTheyAreNoMemberOf() {
        UUID hidden = Ids.next();
        CHANNELS.channel(channel, "public", "project");
        CHANNELS.channel(hidden, "private", "project");
        try (Client client = connect(sarah)) {
            UUID secret = Ids.next();
            UUID visible = Ids.next();
            EVENTS.send(Topic.TASKS, "task.created", secret, Payloads.task(secret, mike, Set.of(sarah), hidden));
            EVENTS.send(Topic.TASKS, "task.created", visible, Payloads.task(visible, mike, Set.of(sarah), channel));
            client.await(event("task.created", visible));
            notifyAndAwait(client, sarah);

            assertThat(client.has(event("task.created", secret))).isFalse();
        }
    }

    @Test
    void keepsTheOrderOfOneAggregateAndPassesOverMalformedEvents() {
        try (Client client = connect(sarah)) {
            UUID task = Ids.next();
            for (int version = 0; version < 50; version++) {
                Map<String, Object> payload = Payloads.task(task, sarah, Set.of(), null);
                payload.put("version", version);
                EVENTS.send(Topic.TASKS, "task.updated", task, payload);
                EVENTS.send(Topic.TASKS, "task.updated", task, Map.of("title", "no creator"));
            }
            client.await(event("task.updated", task)
                    .and(frame -> frame.at("/data/version").intValue() == 49));

            assertThat(client.events())
                    .extracting(frame -> frame.at("/data/version").intValue())
                    .isSorted();
        }
    }
}
