package com.ceoplatform.voice.command;

import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.Candidate;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.FakePlatform.Fault;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VoiceServiceTest
class CommandEventsIntegrationTests {

    private static final PlannedAction TASK = Plans.task("a1", "Content plan", null);

    private final OutboxProbe outbox = new OutboxProbe();
    private final Someone ceo = Someone.ceo();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @BeforeEach
    void teach() {
        platform.reset();
        interpreter.teach("create a content plan", TASK);
    }

    @Test
    void tellsOfACommandThatIsDoneAndUndone() {
        Answer done = api.say(ceo, "create a content plan");
        api.post(ceo, "/voice/commands/" + done.id() + "/undo", null);

        assertGolden(
                done.id(),
                "command.received",
                "command.planned",
                "command.action_completed",
                "command.completed",
                "command.undone");
    }

    @Test
    void tellsOfACommandThatFails() {
        platform.trouble("POST /api/v1/tasks", Fault.REFUSED, 1);

        assertGolden(api.say(ceo, "create a content plan").id(), "command.action_failed", "command.failed");
    }

    @Test
    void tellsOfACommandThatIsTakenBack() {
        String first = platform.task("Press kit", "low");
        String second = platform.task("Site map", "low");
        PlannedAction then = Plans.priority("a2", Priority.HIGH, second);
        interpreter.teach(
                "raise both",
                Plans.priority("a1", Priority.HIGH, first),
                new PlannedAction("a2", then.type(), then.parameters(), List.of("a1")));
        platform.trouble("PATCH /api/v1/tasks/" + second, Fault.REFUSED, 1);

        Answer answer = api.say(ceo, "raise both");

        assertGolden(answer.id(), "command.rolled_back");
    }

    @Test
    void tellsOfACommandThatWaitsForItsSpeaker() {
        List<PlannedAction> plan = List.of(TASK);
        interpreter.teach(
                "confirm",
                (dialogue, organisation) -> new Interpretation.Planned(
                        plan,
                        new com.ceoplatform.voice.language.plan.Confirmation("Shall I?", 0, 1, 0),
                        dialogue.planned(plan, List.of(), true)));
        interpreter.teach(
                "clarify",
                (dialogue, organisation) -> new Interpretation.NeedsClarification(
                        "Which Sam?",
                        List.of(new Candidate(
                                new Reference(ReferenceKind.USER, ceo.id().toString(), "Sam"), "Sales")),
                        plan,
                        dialogue));

        assertGolden(api.say(ceo, "confirm").id(), "command.awaiting_confirmation");
        assertGolden(api.say(ceo, "clarify").id(), "command.awaiting_clarification");
    }

    private void assertGolden(UUID command, String... types) {
        for (String type : types) {
            GoldenEvents.assertMatches(type, outbox.last(command, type).payload());
        }
    }
}
