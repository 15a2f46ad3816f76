package com.ceoplatform.realtime;

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
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResumeIntegrationTests {

    private static final TestEvents EVENTS = new TestEvents();
    private static final ChannelServiceStandIn CHANNELS = new ChannelServiceStandIn();
    private static Replica spacious;
    private static Replica forgetful;

    private final UUID sarah = Ids.next();
    private final UUID mike = Ids.next();
    private final UUID channel = Ids.next();

    @BeforeAll
    static void start() {
        spacious = Replica.start(CHANNELS);
        forgetful = Replica.start(
                CHANNELS,
                "platform.realtime.log.window-events=5",
                "platform.realtime.connection.queue-frames=50",
                "platform.realtime.connection.queue-size=512KB");
    }

    @AfterAll
    static void stop() {
        spacious.close();
        forgetful.close();
        CHANNELS.close();
        EVENTS.close();
    }

    private Client connect(Replica replica) {
        return open(replica.socket());
    }

    private Client open(URI address) {
        return Client.connect(address, TestTokens.of(sarah, Role.STAFF, null));
    }

    private static UUID post(UUID channel, UUID sender) {
        return post(channel, sender, "Hello");
    }

    private static UUID post(UUID channel, UUID sender, String content) {
        UUID message = Ids.next();
        Map<String, Object> payload = Payloads.message(message, channel, sender);
        payload.put("content", content);
        EVENTS.send(
                Ids.next(),
                Topic.MESSAGES,
                "message.posted",
                channel.toString(),
                message.toString(),
                sender,
                null,
                payload);
        return message;
    }

    private static List<UUID> postMany(UUID channel, UUID sender, int count) {
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(post(channel, sender));
        }
        return messages;
    }

    /** Connects, sees one message and goes away; what it had seen by then. */
    private Map<String, Long> positionsAfterFirstMessage(Replica replica) {
        try (Client client = connect(replica)) {
            UUID seen = post(channel, mike);
            client.await(event("message.posted", seen));
            return client.positions();
        }
    }

    private static List<UUID> messages(Client client) {
        return client.events().stream()
                .filter(frame -> frame.get("event").stringValue().equals("message.posted"))
                .map(frame -> UUID.fromString(frame.get("subject").stringValue()))
                .toList();
    }

    private static JsonNode awaitResumed(Client client) {
        return client.await(frame -> Client.is(frame, "resumed"));
    }

    private void missesNothing(Replica first, Replica second) {
        CHANNELS.member(sarah, channel);
        Map<String, Long> positions = positionsAfterFirstMessage(first);
        List<UUID> missed = postMany(channel, mike, 20);
        try (Client back = connect(second)) {
            back.resume(positions);
            UUID live = post(channel, mike);
            JsonNode resumed = awaitResumed(back);
            back.await(event("message.posted", live));

            assertThat(resumed.get("recovered").booleanValue()).isTrue();
            assertThat(resumed.get("replayed").intValue()).isGreaterThanOrEqualTo(20);
            List<UUID> expected = new ArrayList<>(missed);
            expected.add(live);
            assertThat(messages(back)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void replaysWhatWasMissedFromMemory() {
        missesNothing(spacious, spacious);
    }

    @Test
    void replaysWhatWasMissedFromKafka() {
        missesNothing(forgetful, forgetful);
    }

    @Test
    void resumesAtAnotherReplica() {
        missesNothing(spacious, forgetful);
        missesNothing(forgetful, spacious);
    }

    @Test
    void putsWhatComesDuringAResumeAfterIt() throws Exception {
        CHANNELS.member(sarah, channel);
        Map<String, Long> positions = positionsAfterFirstMessage(forgetful);
        List<UUID> all = new ArrayList<>(postMany(channel, mike, 200));
        try (Client back = connect(forgetful)) {
            List<UUID> during = new ArrayList<>();
            Thread busy = Thread.ofVirtual().start(() -> during.addAll(postMany(channel, mike, 200)));
            back.resume(positions);
            awaitResumed(back);
            busy.join();
            all.addAll(during);
            back.await(event("message.posted", all.getLast()));

            assertThat(messages(back)).containsExactlyElementsOf(all);
        }
    }

    @Test
    void saysWhenItCannotRecover() {
        Map<String, Long> positions = positionsOf(spacious);
        Map<String, Long> future = new HashMap<>(positions);
        future.replaceAll((stream, offset) -> offset + 1_000_000);
        Map<String, Long> unknown = new HashMap<>(positions);
        unknown.put("tasks-0-other", 7L);
        Map<String, Long> incomplete = new TreeMap<>(positions);
        incomplete.remove(incomplete.keySet().iterator().next());

        for (Map<String, Long> bad : List.of(future, unknown, incomplete, Map.<String, Long>of())) {
            try (Client client = connect(spacious)) {
                client.resume(bad);
                assertThat(awaitResumed(client).get("recovered").booleanValue()).isFalse();
                UUID task = Ids.next();
                EVENTS.send(Topic.TASKS, "task.created", task, Payloads.task(task, sarah, Set.of(), null));
                client.await(event("task.created", task));
            }
        }
    }

    private Map<String, Long> positionsOf(Replica replica) {
        try (Client client = connect(replica)) {
            return client.positions();
        }
    }

    @Test
    void replaysAJoinedChannelFromTheJoiningOnAndALeftOneNotAtAll() {
        UUID left = Ids.next();
        Map<String, Long> positions = positionsOf(spacious);
        UUID before = post(channel, mike);
        UUID inLeft = post(left, mike);
        EVENTS.send(Topic.CHANNELS, "channel.member_added", channel, Payloads.member(channel, sarah));
        EVENTS.send(Topic.CHANNELS, "channel.member_removed", left, Payloads.member(left, sarah));
        UUID after = post(channel, mike);
        CHANNELS.member(sarah, channel);
        for (Replica replica : List.of(spacious, forgetful)) {
            try (Client back = connect(replica)) {
                back.resume(positions);
                awaitResumed(back);

                assertThat(messages(back)).contains(after).doesNotContain(before, inLeft);
                assertThat(back.has(event("channel.member_removed", left))).isTrue();
            }
        }
    }

    @Test
    void endsASlowConsumerThatMissesNothingWhenItComesBack() {
        CHANNELS.member(sarah, channel);
        Set<UUID> expected = new HashSet<>();
        Set<UUID> got = new HashSet<>();
        Map<String, Long> positions;
        try (Client slow = connect(forgetful);
                Client quick = connect(forgetful)) {
            expected.add(post(channel, mike));
            slow.await(event("message.posted", expected.iterator().next()));
            slow.stopReading();
            String large = "x".repeat(20_000);
            for (int i = 0; i < 600; i++) {
                expected.add(post(channel, mike, large));
            }
            UUID last = post(channel, mike);
            expected.add(last);
            quick.await(event("message.posted", last));
            slow.read();
            assertThat(slow.closeCode()).isEqualTo(4409);
            got.addAll(messages(slow));
            positions = slow.positions();
            assertThat(got).hasSizeLessThan(expected.size());
        }
        try (Client back = connect(forgetful)) {
            back.resume(positions);
            assertThat(awaitResumed(back).get("recovered").booleanValue()).isTrue();
            got.addAll(messages(back));

            assertThat(got).containsAll(expected);
        }
    }

    @Test
    void recoversWhatANewReplicaFindsInKafka() {
        CHANNELS.member(sarah, channel);
        Map<String, Long> positions = positionsAfterFirstMessage(spacious);
        List<UUID> missed = postMany(channel, mike, 3);
        try (Replica fresh = Replica.start(CHANNELS, "platform.realtime.log.window-age=0s");
                Client back = connect(fresh)) {
            back.resume(positions);
            assertThat(awaitResumed(back).get("recovered").booleanValue()).isTrue();

            assertThat(messages(back)).containsExactlyElementsOf(missed);
        }
    }
}
