package com.ceoplatform.voice.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Far more people give commands of many actions at once than there are connections to the database. */
@VoiceServiceTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=8",
            "spring.datasource.hikari.connection-timeout=1000",
            "platform.voice.execution.parallel=2",
            "platform.voice.execution.queue=20",
            "platform.voice.execution.patience=25s"
        })
class ManyCommandsIntegrationTests {

    private static final String PROJECT = "set up the project";
    private static final int ACTIONS = 8;
    private static final int SPEAKERS = 80;

    private final List<Someone> speakers =
            IntStream.range(0, SPEAKERS).mapToObj(one -> Someone.ceo()).toList();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @BeforeEach
    void teach() {
        platform.reset();
        interpreter.teach(
                PROJECT,
                IntStream.range(0, ACTIONS)
                        .mapToObj(one -> Plans.task("a" + one, "Task " + one, null))
                        .toArray(PlannedAction[]::new));
    }

    @Test
    void queuesRefusesAndLosesNone() throws Exception {
        List<Answer> answers = together(speakers);

        List<Answer> taken =
                answers.stream().filter(answer -> answer.status() != 429).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 202, 429));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("commands_busy");
                    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
                });
        assertThat(taken).hasSizeGreaterThanOrEqualTo(20);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(speakers.stream().flatMap(speaker -> outcomes(speaker).stream()))
                        .containsOnly("completed")
                        .hasSize(taken.size()));
        assertThat(platform.all("task")).hasSize(taken.size() * ACTIONS);
    }

    @Test
    void takesAgainWhatItRefused() throws Exception {
        List<Someone> left = speakers;
        while (!left.isEmpty()) {
            List<Someone> now = left;
            List<Answer> answers = together(now);
            left = IntStream.range(0, now.size())
                    .filter(one -> answers.get(one).status() == 429)
                    .mapToObj(now::get)
                    .toList();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(speakers)
                        .allSatisfy(speaker -> assertThat(outcomes(speaker)).containsExactly("completed")));
        assertThat(platform.all("task")).hasSize(SPEAKERS * ACTIONS);
    }

    private List<String> outcomes(Someone speaker) {
        return api.get(speaker, "/voice/commands").items("status");
    }

    /** Everybody says the same; what they are answered, in their order. */
    private List<Answer> together(List<Someone> all) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> saying = all.stream()
                    .<Callable<Answer>>map(
                            speaker -> () -> api.post(speaker, "/voice/commands", Map.of("transcript", PROJECT)))
                    .toList();
            List<Future<Answer>> answers = threads.invokeAll(saying);
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
