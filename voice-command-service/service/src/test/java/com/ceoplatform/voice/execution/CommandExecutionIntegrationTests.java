package com.ceoplatform.voice.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.FakePlatform.Fault;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@VoiceServiceTest
class CommandExecutionIntegrationTests {

    private static final String LAUNCH = "set up the launch";

    private final OutboxProbe outbox = new OutboxProbe();
    private final Someone ceo = Someone.ceo();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    private String existing = "";

    @BeforeEach
    void teach() {
        platform.reset();
        existing = platform.task("Press kit", "low");
        interpreter.teach(
                LAUNCH,
                Plans.channel("a1", "Spring Launch"),
                Plans.task("a2", "Content plan", Plans.made("a1", "Spring Launch")),
                Plans.priority("a3", Priority.URGENT, existing),
                Plans.message("a4", Plans.made("a1", "Spring Launch"), "We start."));
    }

    @Test
    void carriesOutAPlanAndTellsEachStep() {
        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("completed");
        assertThat(answer.texts("/plan/actions", "status")).containsOnly("done");
        assertThat(answer.text("reply")).contains("Spring Launch");
        assertThat(answer.body().path("timings").path("totalMs").isNumber()).isTrue();
        String channel = platform.all("channel").getFirst().path("id").asString();
        assertThat(platform.all("task")).anySatisfy(task -> {
            assertThat(task.path("title").asString()).isEqualTo("Content plan");
            assertThat(task.path("channelId").asString()).isEqualTo(channel);
        });
        assertThat(platform.find(existing).path("priority").asString()).isEqualTo("urgent");
        assertThat(outbox.types(answer.id()))
                .startsWith("command.received", "command.planned")
                .endsWith("command.completed")
                .filteredOn(type -> type.equals("command.action_completed"))
                .hasSize(4);
        assertThat(outbox.about(answer.id())).allSatisfy(event -> {
            assertThat(event.correlationId()).isEqualTo(answer.id());
            assertThat(event.actorId()).isEqualTo(ceo.id());
            assertThat(event.key()).isEqualTo(answer.id().toString());
        });
    }

    @Test
    void callsWithTheSpeakersTokenTheCommandAndAKeyOfItsOwn() {
        Answer answer = api.say(ceo, LAUNCH);

        assertThat(platform.calls()).allSatisfy(call -> {
            assertThat(call.token()).isEqualTo("Bearer " + ceo.token());
            assertThat(call.commandId()).isEqualTo(answer.id().toString());
        });
        assertThat(platform.changes().stream()
                        .filter(call -> call.method().equals("POST"))
                        .map(FakePlatform.Call::key)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(answer.id() + ":a1", answer.id() + ":a2", answer.id() + ":a4");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/channels, failed",
        "POST /api/v1/tasks, rolled_back",
        "GET /api/v1/tasks/.*, rolled_back",
        "PATCH /api/v1/tasks/.*, rolled_back",
        "POST /api/v1/channels/.*/messages, rolled_back"
    })
    void takesEverythingBackWhenAStepIsRefused(String step, String outcome) {
        platform.trouble(step, Fault.REFUSED, 100);

        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.text("status")).isIn(outcome, "rolled_back");
        assertNothingStands();
        assertThat(answer.texts("/plan/actions", "status"))
                .contains("failed")
                .doesNotContain("done", "executing", "pending");
        assertThat(outbox.types(answer.id())).contains("command.action_failed");
        assertThat(outbox.types(answer.id()).getLast()).isIn("command.rolled_back", "command.failed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"INTERNAL_ERROR", "UNAVAILABLE", "RESET_BEFORE", "RESET_AFTER", "SLOW"})
    void triesAgainWhatFailsInPassingAndDoesNothingTwice(Fault fault) {
        platform.trouble("(POST|PATCH|GET) /api/v1/.*", fault, 2);

        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.text("status")).isEqualTo("completed");
        assertThat(platform.all("channel")).hasSize(1);
        assertThat(platform.all("task")).hasSize(2);
        assertThat(platform.all("message")).hasSize(1);
        assertThat(platform.find(existing).path("version").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/channels",
                "POST /api/v1/tasks",
                "PATCH /api/v1/tasks/.*",
                "POST /api/v1/channels/.*/messages"
            })
    void takesBackWhatHappenedAlthoughNoAnswerCame(String step) {
        platform.trouble(step, Fault.RESET_AFTER, 6);

        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.text("status")).isEqualTo("rolled_back");
        assertNothingStands();
    }

    @Test
    void saysWhatNobodyKnowsWhenAServiceStaysAway() {
        platform.trouble("POST /api/v1/tasks", Fault.RESET_AFTER, 100);

        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.text("status")).isEqualTo("partially_completed");
        assertThat(answer.texts("/plan/actions", "status")).contains("unknown").doesNotContain("done");
        assertThat(answer.text("reply")).contains("not known").contains("Content plan");
    }

    @Test
    void saysExactlyWhatStandsWhenItCannotBeTakenBack() {
        platform.trouble("POST /api/v1/channels/.*/messages", Fault.REFUSED, 100);
        platform.trouble("DELETE /api/v1/tasks/.*", Fault.REFUSED, 100);

        Answer answer = api.say(ceo, LAUNCH);

        assertThat(answer.text("status")).isEqualTo("partially_completed");
        assertThat(answer.texts("/plan/actions", "status"))
                .containsExactly("rolled_back", "done", "rolled_back", "failed");
        assertThat(answer.text("reply")).contains("Content plan");
        assertThat(platform.find(existing).path("priority").asString()).isEqualTo("low");
    }

    @Test
    void executesNothingInADryRunAndTellsNobody() {
        Answer answer = api.post(ceo, "/voice/commands", Map.of("transcript", LAUNCH, "dryRun", true));

        assertThat(answer.text("status")).isEqualTo("planned");
        assertThat(answer.texts("/plan/actions", "status"))
                .containsOnly("pending")
                .hasSize(4);
        assertThat(platform.calls()).isEmpty();
        assertThat(outbox.about(answer.id())).isEmpty();
    }

    @Test
    void answersTheFirstCommandAgainUnderTheSameKey() {
        Map<String, String> body = Map.of("transcript", LAUNCH);
        String key = UUID.randomUUID().toString();

        Answer first = api.post(ceo, "/voice/commands", body, "Idempotency-Key", key);
        Answer second = api.post(ceo, "/voice/commands", body, "Idempotency-Key", key);
        Answer other = api.post(ceo, "/voice/commands", Map.of("transcript", "something else"), "Idempotency-Key", key);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(platform.all("channel")).hasSize(1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void refusesAPlanWhoseStepsWaitForEachOther() {
        interpreter.teach(
                "a knot",
                Plans.task("a1", "One", Plans.made("a2", "Two")),
                Plans.task("a2", "Two", Plans.made("a1", "One")));

        Answer answer = api.say(ceo, "a knot");

        assertThat(answer.text("status")).isEqualTo("failed");
        assertThat(platform.calls()).isEmpty();
    }

    private void assertNothingStands() {
        assertThat(platform.all("channel"))
                .allSatisfy(
                        channel -> assertThat(channel.path("status").asString()).isEqualTo("archived"));
        assertThat(platform.all("task")).hasSize(1);
        assertThat(platform.all("message")).isEmpty();
        assertThat(platform.find(existing).path("priority").asString()).isEqualTo("low");
    }
}
