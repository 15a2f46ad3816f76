package com.ceoplatform.voice.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@VoiceServiceTest
class OrganisationFeedIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    private OrganisationCopy copy;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void hidesPrivateChannelsAndTheirTasksFromThoseOutside() {
        UUID member = Ids.next();
        UUID channel = Ids.next();
        UUID task = Ids.next();
        try (TestEvents events = new TestEvents()) {
            ObjectNode secret = (ObjectNode) GoldenEvents.read("channel.created");
            secret.put("id", channel.toString()).put("privacy", "private").put("createdBy", member.toString());
            secret.putArray("memberIds").add(member.toString());
            events.send(Topic.CHANNELS, "channel.created", channel, secret);
            ObjectNode work = task(task, 0);
            work.put("channelId", channel.toString());
            events.send(Topic.TASKS, "task.created", task, work);
        }

        await().atMost(SOON)
                .until(() -> seenBy(member, Role.STAFF).task(task.toString()).isPresent());

        assertThat(seenBy(member, Role.STAFF).channel(channel.toString())).isPresent();
        assertThat(seenBy(Ids.next(), Role.CEO).task(task.toString())).isPresent();
        Organisation outside = seenBy(Ids.next(), Role.STAFF);
        assertThat(outside.channel(channel.toString())).isEmpty();
        assertThat(outside.task(task.toString())).isEmpty();
        assertThat(outside.tasksIn(channel.toString())).isEmpty();
    }

    @Test
    void keepsTheNewestAndForgetsTheDeleted() {
        UUID id = Ids.next();
        try (TestEvents events = new TestEvents()) {
            events.send(Topic.TASKS, "task.updated", id, task(id, 3).put("title", "New name"));
            events.send(Topic.TASKS, "task.updated", id, task(id, 2).put("title", "Old name"));
            await().atMost(SOON).until(() -> stored(id).equals("New name"));
            assertThat(seenBy(Ids.next(), Role.CEO)
                            .task(id.toString())
                            .orElseThrow()
                            .title())
                    .isEqualTo("New name");

            events.send(Topic.TASKS, "task.deleted", id, task(id, 4));
            events.send(Topic.TASKS, "task.updated", id, task(id, 3));
            await().atMost(SOON).until(() -> stored(id).isEmpty());
        }
        await().atMost(SOON)
                .until(() -> seenBy(Ids.next(), Role.CEO).task(id.toString()).isEmpty());
    }

    private String stored(UUID id) {
        return jdbc.sql("SELECT title FROM task_copy WHERE id = :id AND NOT deleted")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static ObjectNode task(UUID id, long version) {
        return ((ObjectNode) GoldenEvents.read("task.created"))
                .put("id", id.toString())
                .put("version", version)
                .putNull("channelId");
    }

    private Organisation seenBy(UUID id, Role role) {
        return copy.visibleTo(new Speaker(id.toString(), "Somebody", role, null, ZoneOffset.UTC));
    }
}
