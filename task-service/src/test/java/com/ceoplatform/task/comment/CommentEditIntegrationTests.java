package com.ceoplatform.task.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class CommentEditIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;
    private Someone lena;
    private Answer task;
    private String path;

    @BeforeEach
    void aComment() {
        sarah = organisation.staff();
        mike = organisation.staff();
        lena = organisation.staff();
        task = api.task(sarah, "assigneeIds", List.of(mike.id()));
        Answer comment = api.post(
                sarah,
                "/tasks/" + task.id() + "/comments",
                Map.of("content", "First", "mentionedUserIds", List.of(mike.id())));
        path = "/tasks/" + task.id() + "/comments/" + comment.id();
    }

    @Test
    void itsAuthorChangesIt() {
        Answer edited = api.patch(sarah, path, Map.of("content", "Second"), "If-Match", "\"0\"");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.text("content")).isEqualTo("Second");
        assertThat(edited.texts("mentionedUserIds", ""))
                .containsExactly(mike.id().toString());
        assertThat(edited.body().path("editedAt").isNull()).isFalse();
        assertThat(edited.version()).isEqualTo(1);
        assertThat(edited.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(api.get(mike, path).body()).isEqualTo(edited.body());
        assertThat(api.patch(sarah, path, Map.of("content", "x"), "If-Match", "\"0\"")
                        .code())
                .isEqualTo("stale_version");
    }

    @Test
    void onlyThoseWhomItMentionsForTheFirstTimeAreTold() {
        api.patch(sarah, path, Map.of("mentionedUserIds", List.of(mike.id(), lena.id())));

        JsonNode event = outbox.last(task.id(), "task.comment_edited").payload();
        GoldenEvents.assertMatches("task.comment_edited", event);
        assertThat(event.path("userIds").valueStream().map(JsonNode::asString))
                .containsExactly(lena.id().toString());
        assertThat(event.path("watcherIds").valueStream().map(JsonNode::asString))
                .containsExactly(lena.id().toString());
        assertThat(api.get(lena, path).status()).isEqualTo(200);
    }

    @Test
    void anEditThatChangesNothingTellsNothing() {
        Answer same = api.patch(sarah, path, Map.of("content", "First"));

        assertThat(same.version()).isZero();
        assertThat(outbox.types(task.id())).doesNotContain("task.comment_edited");
    }

    @Test
    void nobodyElseMayChangeItAndOnlyTheCeoMayDeleteItToo() {
        assertThat(api.patch(mike, path, Map.of("content", "x")).status()).isEqualTo(403);
        assertThat(api.delete(mike, path).status()).isEqualTo(403);
        assertThat(api.patch(lena, path, Map.of("content", "x")).code()).isEqualTo("task_not_found");
        assertThat(api.delete(lena, path).code()).isEqualTo("task_not_found");
        assertThat(api.send("DELETE", null, path, null).status()).isEqualTo(401);
        Someone ceo = organisation.ceo();
        assertThat(api.patch(ceo, path, Map.of("content", "x")).status()).isEqualTo(403);
        assertThat(api.delete(ceo, path, "If-Match", "\"9\"").status()).isEqualTo(412);
        assertThat(api.delete(ceo, path).status()).isEqualTo(204);
    }

    @Test
    void whatIsDeletedIsGoneForEverybody() {
        assertThat(api.delete(sarah, path).status()).isEqualTo(204);
        assertThat(api.delete(sarah, path).status()).isEqualTo(204);

        assertThat(api.get(sarah, path).code()).isEqualTo("comment_not_found");
        assertThat(api.patch(sarah, path, Map.of("content", "x")).code()).isEqualTo("comment_not_found");
        assertThat(api.get(sarah, "/tasks/" + task.id() + "/comments").items("id"))
                .isEmpty();
        JsonNode event = outbox.last(task.id(), "task.comment_deleted").payload();
        GoldenEvents.assertMatches("task.comment_deleted", event);
        assertThat(event.path("comment").path("content").asString()).isEmpty();
        assertThat(outbox.types(task.id())).containsOnlyOnce("task.comment_deleted");
        assertThat(api.delete(sarah, "/tasks/" + task.id() + "/comments/" + Ids.next())
                        .code())
                .isEqualTo("comment_not_found");
    }

    @Test
    void refusesWhatIsNoComment() {
        assertThat(api.patch(sarah, path, Map.of("content", " \n")).wrongFields())
                .containsExactly("content");
        assertThat(api.patch(sarah, path, Map.of("content", "x".repeat(10_001))).wrongFields())
                .containsExactly("content");
        assertThat(api.patch(sarah, path, Map.of("mentionedUserIds", List.of(mike.id(), Ids.next())))
                        .wrongFields())
                .containsExactly("mentionedUserIds[1]");
    }

    @Test
    void noEditIsLostAmongMany() {
        List<Integer> answers = InParallel.run(
                20,
                number -> api.patch(sarah, path, Map.of("content", "edit " + number))
                        .status());

        assertThat(answers).containsOnly(200);
        assertThat(api.get(sarah, path).version()).isEqualTo(20);
    }

    @Test
    void theHistoryTellsWhatItWas() {
        api.patch(sarah, path, Map.of("content", "Second"));
        api.delete(sarah, path);

        Answer history = api.get(sarah, "/tasks/" + task.id() + "/activity");
        assertThat(history.items("type")).startsWith("task.comment_deleted", "task.comment_edited");
        JsonNode edit = history.body().path("items").get(1).path("changed").path("content");
        assertThat(edit.path("from").asString()).isEqualTo("First");
        assertThat(edit.path("to").asString()).isEqualTo("Second");
    }
}
