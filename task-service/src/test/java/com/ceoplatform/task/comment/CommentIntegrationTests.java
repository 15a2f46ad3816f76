package com.ceoplatform.task.comment;

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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class CommentIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private Answer comment(Someone author, UUID task, Object content, Object... mentions) {
        return api.post(
                author,
                "/tasks/" + task + "/comments",
                Map.of("content", content, "mentionedUserIds", List.of(mentions)));
    }

    @Test
    void keepsCommentsVerbatimInTheirOrder() {
        Answer task = api.task(sarah);
        String odd = "😀 مرحبا '; DROP TABLE task_comment;-- <script>x</script>\n";
        comment(sarah, task.id(), "one");
        comment(sarah, task.id(), odd);
        comment(sarah, task.id(), "three");
        String path = "/tasks/" + task.id() + "/comments?limit=2";

        Answer first = api.get(sarah, path);
        Answer second = api.get(sarah, path + "&cursor=" + first.text("nextCursor"));

        assertThat(first.items("content")).containsExactly("one", odd);
        assertThat(second.items("content")).containsExactly("three");
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
        assertThat(outbox.types(task.id())).hasSize(4);
        assertThat(api.get(sarah, "/tasks/" + task.id()).version()).isZero();
    }

    @Test
    void whoIsMentionedWatchesTheTask() {
        Answer task = api.task(sarah);

        Answer comment = comment(sarah, task.id(), "Mike, look", mike.id(), mike.id());

        assertThat(comment.texts("mentionedUserIds", ""))
                .containsExactly(mike.id().toString());
        assertThat(api.get(mike, "/tasks/" + task.id()).texts("watcherIds", ""))
                .containsExactly(mike.id().toString());
        assertThat(outbox.types(task.id())).containsExactly("task.created", "task.updated", "task.commented");
    }

    @Test
    void refusesToMentionThoseWhoAreNotThereOrCouldNotSeeIt() {
        UUID channel = organisation.privateChannel(sarah);
        Answer task = api.task(sarah, "channelId", channel);

        assertThat(comment(sarah, task.id(), "x", Ids.next()).wrongFields()).containsExactly("mentionedUserIds[0]");
        assertThat(comment(sarah, task.id(), "x", sarah.id(), mike.id()).wrongFields())
                .containsExactly("mentionedUserIds[1]");
        assertThat(outbox.types(task.id())).containsExactly("task.created");
    }

    @Test
    void refusesCommentsThatSayNothingOrTooMuch() {
        Answer task = api.task(sarah);

        assertThat(comment(sarah, task.id(), " ").wrongFields()).containsExactly("content");
        assertThat(comment(sarah, task.id(), "x".repeat(10_001)).wrongFields()).containsExactly("content");
        assertThat(api.post(sarah, "/tasks/" + task.id() + "/comments", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(comment(sarah, task.id(), "a\u0000b").status()).isEqualTo(422);
    }

    @Test
    void theSameKeyCommentsOnce() {
        Answer task = api.task(sarah);
        String key = Ids.next().toString();

        List<Answer> answers = InParallel.run(
                6,
                number -> api.post(
                        sarah, "/tasks/" + task.id() + "/comments", Map.of("content", "once"), "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(api.get(sarah, "/tasks/" + task.id() + "/comments").items("id"))
                .hasSize(1);
    }
}
