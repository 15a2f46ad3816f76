package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class RevocationIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Clock clock;

    @Test
    void refusesTheTokensOfASessionThatHasEnded() {
        String session = Ids.next().toString();
        String token =
                TestTokens.forUser(organisation.staff().id()).session(session).issue();
        assertThat(api.send("GET", token, "/tasks", null).status()).isEqualTo(200);

        try (TestEvents events = new TestEvents()) {
            events.send(
                    Topic.SESSIONS,
                    "session.revoked",
                    session,
                    Map.of(
                            "sessionId",
                            session,
                            "tokensExpireAt",
                            clock.instant().plus(Duration.ofMinutes(15))));
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(api.send("GET", token, "/tasks", null).status())
                                .isEqualTo(401));
    }

    @Test
    void whoLeavesAPrivateChannelNoLongerSeesItsTasks() {
        Someone sarah = organisation.staff();
        Someone mike = organisation.staff();
        UUID channel = organisation.privateChannel(sarah, mike);
        Answer task = api.task(sarah, "channelId", channel);
        assertThat(api.get(mike, "/tasks/" + task.id()).status()).isEqualTo(200);

        try (TestEvents events = new TestEvents()) {
            Map<String, Object> removed = new HashMap<>(
                    Map.of("id", channel, "type", "project", "privacy", "private", "status", "active", "version", 1));
            removed.put("userId", mike.id());
            removed.put("role", "member");
            events.send(Topic.CHANNELS, "channel.member_removed", channel, removed);
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                api.get(mike, "/tasks/" + task.id()).status())
                        .isEqualTo(404));
        assertThat(api.get(sarah, "/tasks/" + task.id()).status()).isEqualTo(200);
    }
}
