package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class TaskVisibilityIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private String department;
    private Someone ceo;
    private Someone manager;
    private Someone creator;
    private Someone assignee;
    private Someone stranger;

    @BeforeEach
    void people() {
        department = organisation.department();
        ceo = organisation.ceo();
        manager = organisation.manager(department);
        creator = organisation.staff(department);
        assignee = organisation.staff(organisation.department());
        stranger = organisation.staff(department);
    }

    private void assertInvisible(Someone who, UUID task) {
        String path = "/tasks/" + task;
        assertThat(api.get(who, path).code()).isEqualTo("task_not_found");
        assertThat(api.patch(who, path, Map.of("title", "x")).code()).isEqualTo("task_not_found");
        assertThat(api.delete(who, path).code()).isEqualTo("task_not_found");
        assertThat(api.get(who, path + "/comments").code()).isEqualTo("task_not_found");
        assertThat(api.post(who, path + "/comments", Map.of("content", "x")).code())
                .isEqualTo("task_not_found");
        assertThat(api.get(who, path + "/activity").code()).isEqualTo("task_not_found");
        assertThat(api.get(who, path + "/dependencies").code()).isEqualTo("task_not_found");
        assertThat(listed(who, "q=Zebra")).doesNotContain(task.toString());
        assertThat(listed(who, "createdBy=" + creator.id())).doesNotContain(task.toString());
        assertThat(api.get(who, "/tasks/reports/progress?userId=" + assignee.id())
                        .body()
                        .path("figures")
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(api.post(who, "/tasks", Map.of("title", "x", "parentTaskId", task))
                        .wrongFields())
                .containsExactly("parentTaskId");
    }

    private void assertVisible(Someone who, UUID task) {
        assertThat(api.get(who, "/tasks/" + task).status()).isEqualTo(200);
        assertThat(listed(who, "q=Zebra&createdBy=" + creator.id())).contains(task.toString());
    }

    private List<String> listed(Someone who, String query) {
        return api.get(who, "/tasks?limit=200&" + query).items("id");
    }

    @Test
    void aTaskWithoutChannelIsForThoseOnItTheirManagerAndTheCeo() {
        Someone watcher = organisation.staff();
        Answer task = api.task(
                creator, "title", "Zebra", "assigneeIds", List.of(assignee.id()), "watcherIds", List.of(watcher.id()));

        for (Someone who : List.of(ceo, manager, creator, assignee, watcher)) {
            assertVisible(who, task.id());
        }
        assertVisible(organisation.manager(assignee.department()), task.id());
        assertInvisible(stranger, task.id());
        assertInvisible(organisation.manager(organisation.department()), task.id());
    }

    @Test
    void aTaskOfAPrivateChannelIsForItsMembersAndTheCeo() {
        UUID channel = organisation.privateChannel(creator, assignee);
        Answer task = api.task(creator, "title", "Zebra", "channelId", channel, "assigneeIds", List.of(assignee.id()));

        assertVisible(ceo, task.id());
        assertVisible(assignee, task.id());
        assertInvisible(stranger, task.id());
        assertInvisible(manager, task.id());
        organisation.leave(channel, assignee);
        assertInvisible(assignee, task.id());
    }

    @Test
    void aTaskOfADirectConversationIsForThoseInItAlone() {
        UUID direct = organisation.direct(creator, assignee);
        Answer task = api.task(creator, "title", "Zebra", "channelId", direct, "assigneeIds", List.of(assignee.id()));

        assertVisible(assignee, task.id());
        assertInvisible(ceo, task.id());
        assertInvisible(stranger, task.id());
    }

    @Test
    void aTaskOfAPublicChannelIsSeenByAllAndChangedByItsPeople() {
        UUID channel = organisation.publicChannel(creator, assignee);
        Answer task = api.task(creator, "title", "Zebra", "channelId", channel);

        assertVisible(stranger, task.id());
        assertThat(api.patch(assignee, "/tasks/" + task.id(), Map.of("priority", "high"))
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(manager, "/tasks/" + task.id(), Map.of("priority", "low"))
                        .status())
                .isEqualTo(200);
        for (Answer refused : List.of(
                api.patch(stranger, "/tasks/" + task.id(), Map.of("priority", "low")),
                api.post(stranger, "/tasks/" + task.id() + "/comments", Map.of("content", "x")),
                api.delete(assignee, "/tasks/" + task.id()))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("forbidden");
        }
    }

    @Test
    void whoOnlyWatchesMayCommentButNotChange() {
        Answer task = api.task(creator, "watcherIds", List.of(stranger.id()));

        assertThat(api.post(stranger, "/tasks/" + task.id() + "/comments", Map.of("content", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(api.patch(stranger, "/tasks/" + task.id(), Map.of("title", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aManagerMayDeleteWhatTheirPeopleCreated() {
        Answer task = api.task(creator, "title", "Zebra");

        assertVisible(manager, task.id());
        assertThat(api.delete(manager, "/tasks/" + task.id()).status()).isEqualTo(204);
    }

    @Test
    void refusesEveryTokenThatIsNotGood() {
        TestTokens.Builder good = TestTokens.forUser(creator.id()).role(Role.CEO);
        List<String> bad = List.of(
                TestTokens.forUser(creator.id()).forged().issue(),
                TestTokens.forUser(creator.id())
                        .life(java.time.Duration.ofMinutes(-5))
                        .issue(),
                TestTokens.forUser(creator.id()).issuer("somebody-else").issue(),
                TestTokens.forUser(creator.id()).audience("another-platform").issue(),
                "not.a.token",
                good.issue() + "x");

        for (String token : bad) {
            Answer refused = api.send("GET", token, "/tasks", null);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("unauthenticated");
        }
        assertThat(api.send("GET", null, "/tasks", null).status()).isEqualTo(401);
        assertThat(api.send("GET", good.issue(), "/tasks", null).status()).isEqualTo(200);
    }
}
