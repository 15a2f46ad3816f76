package com.ceoplatform.task.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class WatchingIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;
    private Someone stranger;
    private UUID channel;
    private Answer task;

    @BeforeEach
    void aTaskOfAChannel() {
        sarah = organisation.staff();
        mike = organisation.staff();
        stranger = organisation.staff();
        channel = organisation.privateChannel(sarah, mike);
        task = api.task(sarah, "channelId", channel);
    }

    private String path(UUID userId) {
        return "/tasks/" + task.id() + "/watchers/" + userId;
    }

    @Test
    void everybodyWhoSeesItWatchesAndStopsAsTheyLike() {
        Answer watched = api.put(mike, path(mike.id()));
        assertThat(watched.texts("watcherIds", "")).containsExactly(mike.id().toString());
        assertThat(api.put(mike, path(mike.id())).version()).isEqualTo(watched.version());
        assertThat(api.get(mike, "/tasks?watcherId=" + mike.id()).items("id"))
                .containsExactly(task.id().toString());

        assertThat(api.delete(mike, path(mike.id())).texts("watcherIds", "")).isEmpty();
        assertThat(api.delete(mike, path(mike.id())).status()).isEqualTo(200);
        assertThat(outbox.types(task.id())).containsExactly("task.created", "task.updated", "task.updated");
    }

    @Test
    void oneWhoMayChangeItDecidesForOthersWhoCanSeeIt() {
        assertThat(api.put(sarah, path(mike.id())).status()).isEqualTo(200);
        assertThat(api.put(sarah, path(stranger.id())).code()).isEqualTo("not_a_member");
        assertThat(api.put(sarah, path(Ids.next())).code()).isEqualTo("user_not_found");
        assertThat(api.put(sarah, path(organisation.former().id())).code()).isEqualTo("user_not_found");
        assertThat(api.put(stranger, path(stranger.id())).code()).isEqualTo("task_not_found");
        assertThat(api.send("PUT", null, path(mike.id()), null).status()).isEqualTo(401);
        Answer open = api.task(sarah, "watcherIds", List.of(stranger.id()));
        String other = "/tasks/" + open.id() + "/watchers/" + mike.id();
        assertThat(api.put(stranger, other).status()).isEqualTo(403);
        assertThat(api.delete(stranger, "/tasks/" + open.id() + "/watchers/" + stranger.id())
                        .status())
                .isEqualTo(200);
        assertThat(api.get(stranger, "/tasks/" + open.id()).status()).isEqualTo(404);
    }

    @Test
    void nobodyIsLostAmongMany() {
        UUID open = organisation.publicChannel(sarah);
        Answer popular = api.task(sarah, "channelId", open);

        InParallel.run(20, number -> {
            Someone person = organisation.staff();
            return api.put(person, "/tasks/" + popular.id() + "/watchers/" + person.id());
        });

        assertThat(api.get(sarah, "/tasks/" + popular.id()).texts("watcherIds", ""))
                .hasSize(20);
    }
}
