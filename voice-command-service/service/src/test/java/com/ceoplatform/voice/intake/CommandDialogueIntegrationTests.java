package com.ceoplatform.voice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.Candidate;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.Confirmation;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VoiceServiceTest
class CommandDialogueIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();
    private final Someone ceo = Someone.ceo();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @Autowired
    private JdbcClient jdbc;

    private String task = "";

    @BeforeEach
    void teach() {
        platform.reset();
        task = platform.task("Press kit", "low");
        List<PlannedAction> plan = List.of(Plans.priority("a1", Priority.URGENT, task), Plans.channel("a2", "Crisis"));
        interpreter.teach("make it urgent", Plans.priority("a1", Priority.URGENT, task), Plans.channel("a2", "Crisis"));
        interpreter.teach(
                "change everything",
                (dialogue, organisation) -> new Interpretation.Planned(
                        plan,
                        new Confirmation("Shall I change 12 tasks?", 0, 12, 0),
                        dialogue.planned(plan, List.of(), true)));
        interpreter.teach(
                "give it to Sam",
                (dialogue, organisation) -> new Interpretation.NeedsClarification(
                        "Which Sam?",
                        List.of(new Candidate(new Reference(ReferenceKind.USER, "u1", "Sam Reed"), "Sales")),
                        List.of(),
                        dialogue.asking(new PendingClarification("give it to Sam", "sam", Map.of(), List.of()))));
        interpreter.teach(
                "the one in sales",
                (dialogue, organisation) -> dialogue.clarification() == null
                        ? new Interpretation.NotUnderstood("", "What?", dialogue)
                        : new Interpretation.Planned(plan, null, dialogue.planned(plan, List.of(), false)));
    }

    @Test
    void runsAPlanOnlyAfterItsSpeakerSaidYes() {
        Answer asked = api.say(ceo, "change everything");
        assertThat(asked.text("status")).isEqualTo("awaiting_confirmation");
        assertThat(asked.body().path("confirmation").path("text").asString()).isEqualTo("Shall I change 12 tasks?");
        assertThat(asked.body().path("confirmation").path("expiresAt").isString())
                .isTrue();
        assertThat(platform.calls()).isEmpty();

        Answer done = post(ceo, asked, "confirm");

        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(platform.find(task).path("priority").asString()).isEqualTo("urgent");
        assertThat(post(ceo, asked, "confirm").code()).isEqualTo("not_awaiting_confirmation");
        assertThat(outbox.types(asked.id())).contains("command.awaiting_confirmation", "command.completed");
    }

    @Test
    void takesYesAndNoByVoice() {
        Answer asked = api.say(ceo, "change everything");
        Answer cancelled = api.say(ceo, "no", asked.text("conversationId"));
        assertThat(cancelled.id()).isEqualTo(asked.id());
        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(platform.calls()).isEmpty();

        Answer again = api.say(ceo, "change everything", asked.text("conversationId"));
        Answer done = api.say(ceo, "yes", asked.text("conversationId"));

        assertThat(done.id()).isEqualTo(again.id());
        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(api.say(ceo, "yes", asked.text("conversationId")).text("status"))
                .isEqualTo("not_understood");
    }

    @Test
    void refusesAConfirmationThatComesTooLate() {
        Answer asked = api.say(ceo, "change everything");
        jdbc.sql("UPDATE command SET confirmation = :late WHERE id = :id")
                .param("late", "{\"text\":\"Shall I?\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .param("id", asked.id())
                .update();

        Answer late = post(ceo, asked, "confirm");

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.code()).isEqualTo("confirmation_expired");
        assertThat(platform.calls()).isEmpty();
    }

    @Test
    void takesAnAnswerAtItsEndpointOrAsTheNextSentence() {
        Answer asked = api.say(ceo, "give it to Sam");
        assertThat(asked.text("status")).isEqualTo("awaiting_clarification");
        assertThat(asked.body()
                        .path("clarification")
                        .path("candidates")
                        .get(0)
                        .path("label")
                        .asString())
                .isEqualTo("Sam Reed");

        Answer open = api.post(ceo, path(asked, "answer"), Map.of("answer", "bananas"));
        assertThat(open.text("status")).isEqualTo("awaiting_clarification");
        Answer done = api.post(ceo, path(asked, "answer"), Map.of("answer", "the one in sales"));
        assertThat(done.id()).isEqualTo(asked.id());
        assertThat(done.text("status")).isEqualTo("completed");

        Answer second = api.say(ceo, "give it to Sam");
        Answer spoken = api.say(ceo, "the one in sales", second.text("conversationId"));
        assertThat(spoken.text("status")).isEqualTo("completed");
        assertThat(api.get(ceo, "/voice/commands/" + second.id()).text("status"))
                .isEqualTo("cancelled");
    }

    @Test
    void undoesWhatItDid() {
        Answer done = api.say(ceo, "make it urgent");

        Answer undone = post(ceo, done, "undo");

        assertThat(undone.text("status")).isEqualTo("undone");
        assertThat(undone.texts("/plan/actions", "status")).containsOnly("undone");
        assertThat(platform.find(task).path("priority").asString()).isEqualTo("low");
        assertThat(platform.all("channel").getFirst().path("status").asString()).isEqualTo("archived");
        assertThat(outbox.types(done.id())).endsWith("command.undone");
        assertThat(post(ceo, done, "undo").code()).isEqualTo("not_undoable");
    }

    @Test
    void leavesAloneWhatSomebodyChangedSinceAndNamesIt() {
        Answer done = api.say(ceo, "make it urgent");
        platform.change(task, "priority", "critical");

        Answer undone = api.say(ceo, "undo that", done.text("conversationId"));

        assertThat(undone.id()).isEqualTo(done.id());
        assertThat(undone.text("status")).isEqualTo("undone");
        assertThat(undone.texts("/plan/actions", "status")).containsExactly("done", "undone");
        assertThat(undone.text("reply")).contains("Press kit");
        assertThat(platform.find(task).path("priority").asString()).isEqualTo("critical");
    }

    @Test
    void refusesToUndoAfterTenMinutes() {
        Answer done = api.say(ceo, "make it urgent");
        jdbc.sql("UPDATE command SET undoable_until = now() - interval '1 second' WHERE id = :id")
                .param("id", done.id())
                .update();

        assertThat(post(ceo, done, "undo").code()).isEqualTo("undo_expired");
    }

    @Test
    void neverMixesTwoSpeakers() {
        Someone other = Someone.staff();
        Answer asked = api.say(ceo, "change everything");

        assertThat(api.say(other, "yes", asked.text("conversationId")).status()).isEqualTo(404);
        assertThat(post(other, asked, "confirm").status()).isEqualTo(404);
        assertThat(post(other, asked, "cancel").status()).isEqualTo(404);
        assertThat(post(other, asked, "undo").status()).isEqualTo(404);
        assertThat(api.post(other, path(asked, "answer"), Map.of("answer", "x")).status())
                .isEqualTo(404);
        assertThat(api.get(other, "/voice/commands/" + asked.id()).status()).isEqualTo(404);
        assertThat(api.get(other, "/voice/commands").items("id")).isEmpty();
        assertThat(platform.calls()).isEmpty();
    }

    @Test
    void showsAPlanOfNothingWhenThereIsNothingToDo() {
        Answer undo = api.post(ceo, "/voice/commands", Map.of("transcript", "undo that", "dryRun", true));
        Answer nonsense = api.say(ceo, "what nobody understands");

        assertThat(undo.text("status")).isEqualTo("planned");
        assertThat(undo.text("reply")).isEqualTo("I would undo the last command.");
        assertThat(undo.body().at("/plan/actions").isArray()).isTrue();
        assertThat(undo.body().at("/timings/totalMs").isNumber()).isTrue();
        assertThat(nonsense.body().at("/plan/actions").isArray()).isTrue();
    }

    @Test
    void keepsTheHistoryNewestFirstAndForgetsOnRequest() {
        Answer first = api.say(ceo, "make it urgent");
        Answer second = api.say(ceo, "what nobody understands");
        assertThat(second.text("status")).isEqualTo("not_understood");
        assertThat(second.text("suggestion")).isEqualTo("create a task");

        Answer page = api.get(ceo, "/voice/commands?limit=1");
        assertThat(page.items("id")).containsExactly(second.id().toString());
        Answer next = api.get(ceo, "/voice/commands?limit=1&cursor=" + page.text("nextCursor"));
        assertThat(next.items("id")).containsExactly(first.id().toString());

        assertThat(api.delete(ceo, "/voice/commands/" + first.id()).status()).isEqualTo(204);
        assertThat(api.get(ceo, "/voice/commands/" + first.id()).code()).isEqualTo("command_not_found");
    }

    private Answer post(Someone speaker, Answer command, String verb) {
        return api.post(speaker, path(command, verb), null);
    }

    private static String path(Answer command, String verb) {
        return "/voice/commands/" + command.id() + "/" + verb;
    }
}
