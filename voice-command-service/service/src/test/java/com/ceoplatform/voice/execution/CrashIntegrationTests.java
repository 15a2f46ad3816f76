package com.ceoplatform.voice.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.credential.TokenVault;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.FakePlatform.Fault;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that dies leaves its journal behind. The tests put the journal of a finished command back to where a crash would
 * have left it, under the lease of a process that is no more; the services keep what was done.
 */
@VoiceServiceTest
class CrashIntegrationTests {

    private static final String LAUNCH = "set up the launch";
    private static final Duration SOON = Duration.ofSeconds(20);

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

    @Autowired
    private TokenVault vault;

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

    @ParameterizedTest
    @CsvSource({"a1", "a2", "a3", "a4"})
    void finishesACommandWhoseProcessDiedBetweenACallAndItsOutcome(String step) {
        Answer done = api.say(ceo, LAUNCH);
        long changes = platform.find(existing).path("version").asLong();
        crashAt(done.id(), step, "FORWARD", ceo.token());

        await().atMost(SOON).until(() -> api.get(ceo, path(done)).text("status").equals("completed"));

        assertThat(api.get(ceo, path(done)).texts("/plan/actions", "status")).containsOnly("done");
        assertThat(platform.all("channel")).hasSize(1);
        assertThat(platform.all("task")).hasSize(2);
        assertThat(platform.all("message")).hasSize(1);
        assertThat(platform.find(existing).path("version").asLong()).isEqualTo(changes);
    }

    @Test
    void finishesARollbackThatItsProcessDidNotEnd() {
        Answer done = api.say(ceo, LAUNCH);
        crashAt(done.id(), "a4", "ROLLING_BACK", ceo.token());

        await().atMost(SOON).until(() -> api.get(ceo, path(done)).text("status").equals("rolled_back"));

        assertThat(platform.all("task")).hasSize(1);
        assertThat(platform.all("message")).isEmpty();
        assertThat(platform.find(existing).path("priority").asString()).isEqualTo("low");
        assertThat(outbox.types(done.id())).endsWith("command.rolled_back");
    }

    @Test
    void waitsForAValidTokenAndThenTakesBackWhatWasDone() {
        Answer done = api.say(ceo, LAUNCH);
        platform.trouble(".*", Fault.UNAUTHENTICATED, 3);
        crashAt(done.id(), "a2", "FORWARD", "an expired token");
        await().atMost(SOON).until(() -> suspended(done.id()));

        await().atMost(SOON).until(() -> api.get(ceo, path(done)).text("status").equals("rolled_back"));

        assertThat(platform.all("task")).hasSize(1);
        assertThat(platform.all("channel").getFirst().path("status").asString()).isEqualTo("archived");
    }

    @Test
    void endsACommandThatWasNeverUnderstood() {
        Answer done = api.say(ceo, LAUNCH);
        jdbc.sql("UPDATE command SET status = 'EXECUTING', phase = 'INTERPRETING', lease_owner = NULL,"
                        + " lease_until = NULL, created_at = now() - interval '1 minute' WHERE id = :id")
                .param("id", done.id())
                .update();

        await().atMost(SOON).until(() -> api.get(ceo, path(done)).text("status").equals("failed"));
    }

    private void crashAt(UUID id, String step, String phase, String token) {
        jdbc.sql("UPDATE command_action SET status = 'EXECUTING', result = NULL,"
                        + " effects = CASE WHEN name = 'a3' THEN effects ELSE '[]' END"
                        + " WHERE command_id = :id AND name = :step")
                .param("id", id)
                .param("step", step)
                .update();
        jdbc.sql("UPDATE command SET status = 'EXECUTING', phase = :phase, credential = :token,"
                        + " lease_owner = :owner, lease_until = now() - interval '1 second' WHERE id = :id")
                .param("phase", phase)
                .param("token", vault.seal(token))
                .param("owner", UUID.randomUUID())
                .param("id", id)
                .update();
    }

    private boolean suspended(UUID id) {
        return jdbc.sql("SELECT suspended_at IS NOT NULL OR status <> 'EXECUTING' FROM command WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static String path(Answer command) {
        return "/voice/commands/" + command.id();
    }
}
