package com.ceoplatform.realtime;

import static com.ceoplatform.realtime.support.Client.error;
import static com.ceoplatform.realtime.support.Client.event;
import static com.ceoplatform.realtime.support.Client.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.realtime.support.ChannelServiceStandIn;
import com.ceoplatform.realtime.support.Client;
import com.ceoplatform.realtime.support.Payloads;
import com.ceoplatform.realtime.support.Replica;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PresenceIntegrationTests {

    private static final ChannelServiceStandIn CHANNELS = new ChannelServiceStandIn();
    private static final RedisProcess REDIS = RedisProcess.start();
    private static Replica here;
    private static Replica there;

    private final UUID sarah = Ids.next();
    private final UUID mike = Ids.next();

    @BeforeAll
    static void start() {
        here = replica();
        there = replica();
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        REDIS.stop();
        CHANNELS.close();
    }

    private static Replica replica() {
        return Replica.start(CHANNELS, "spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + REDIS.port());
    }

    private static Client connect(Replica replica, UUID user) {
        return Client.connect(replica.socket(), TestTokens.of(user, Role.STAFF, null));
    }

    private static Predicate<JsonNode> typing(UUID channel, UUID user) {
        return frame -> Client.is(frame, "typing")
                && frame.get("channelId").stringValue().equals(channel.toString())
                && frame.get("userId").stringValue().equals(user.toString());
    }

    private static void set(Client client, String status) {
        client.send(Map.of("type", "presence", "status", status));
    }

    @Test
    void showsEverybodyWhoComesAndGoesAtAnyReplica() {
        try (Client near = connect(here, Ids.next());
                Client far = connect(there, Ids.next())) {
            Client client = connect(here, sarah);
            near.await(presence(sarah, "online"));
            far.await(presence(sarah, "online"));
            set(client, "away");
            far.await(presence(sarah, "away"));
            client.abort();
            near.await(presence(sarah, "offline"));
            far.await(presence(sarah, "offline"));
        }
    }

    @Test
    void tellsANewClientWhoIsThere() {
        try (Client _ = connect(here, sarah);
                Client watcher = connect(there, Ids.next())) {
            watcher.await(presence(sarah, "online"));
            try (Client late = connect(there, mike)) {
                late.await(presence(sarah, "online"));
            }
        }
    }

    @Test
    void takesTheMostPresentOfSeveralConnections() {
        try (Client watcher = connect(there, mike);
                Client phone = connect(here, sarah);
                Client desk = connect(there, sarah)) {
            watcher.await(presence(sarah, "online"));
            set(phone, "away");
            phone.settle();
            set(desk, "away");
            watcher.await(presence(sarah, "away"));
            set(phone, "online");
            watcher.await(presence(sarah, "online"));
            desk.abort();
            watcher.settle();

            assertThat(watcher.has(presence(sarah, "offline"))).isFalse();
        }
    }

    @Test
    void showsTypingToTheOtherMembersOfTheChannelOnly() {
        UUID channel = Ids.next();
        UUID outsider = Ids.next();
        UUID neighbour = Ids.next();
        CHANNELS.member(sarah, channel);
        CHANNELS.member(mike, channel);
        CHANNELS.member(neighbour, channel);
        try (Client writer = connect(here, sarah);
                Client near = connect(here, neighbour);
                Client far = connect(there, mike);
                Client stranger = connect(there, outsider)) {
            writer.send(Map.of("type", "typing", "channelId", channel));
            near.await(typing(channel, sarah));
            far.await(typing(channel, sarah));
            stranger.send(Map.of("type", "typing", "channelId", channel));
            stranger.await(error("channel_not_found"));

            assertThat(writer.has(typing(channel, sarah))).isFalse();
            assertThat(stranger.has(typing(channel, sarah))).isFalse();
        }
    }

    @Test
    void worksOnWithoutRedisAndSharesAgainWhenItIsBack() {
        try (TestEvents events = new TestEvents();
                Client near = connect(here, Ids.next());
                Client far = connect(there, Ids.next())) {
            REDIS.stop();
            try (Client client = connect(here, sarah)) {
                near.await(presence(sarah, "online"));
                UUID task = Ids.next();
                events.send(Topic.TASKS, "task.created", task, Payloads.task(task, sarah, Set.of(), null));
                client.await(event("task.created", task));
                REDIS.restart();
                far.await(presence(sarah, "online"));
                set(client, "away");
                far.await(presence(sarah, "away"));
            }
            far.await(presence(sarah, "offline"));
        }
    }

    @Test
    void takesTheUsersOfADeadReplicaForGone() {
        Replica dying = replica();
        try (Client watcher = connect(here, mike);
                Client _ = connect(dying, sarah)) {
            watcher.await(presence(sarah, "online"));
            dying.close();
            watcher.await(presence(sarah, "offline"));
        }
    }
}
