package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.platform.LocalPlatform;
import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.e2e.FaultProxy.Call;
import com.ceoplatform.e2e.FaultProxy.Fault;
import com.ceoplatform.e2e.FaultProxy.Passing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A plan of ten actions fails at every single step in every way, with real services: afterwards all of it is there, or nothing.
 * The steps are tried at the same time, each by a speaker of its own.
 */
@ExtendWith(RunningPlatform.class)
class FailureInjectionIntegrationTests {

    private static final List<String> NAMES =
            List.of("Amber", "Birch", "Cobalt", "Dahlia", "Ember", "Fjord", "Garnet", "Hazel", "Indigo", "Juniper");
    private static final Duration HOPELESS =
            RunningPlatform.PATIENCE.plus(RunningPlatform.CALL_TIMEOUT).plusSeconds(1);

    private static final List<Person> SPEAKERS = new ArrayList<>();

    @BeforeAll
    static void hire() {
        Person ceo = RunningPlatform.get().ceo();
        ceo.hire("Dorothea Quist", "staff", "Pilotage");
        ceo.hire("Ignatius Brandt", "staff", "Pilotage");
        for (int i = 1; i <= NAMES.size(); i++) {
            SPEAKERS.add(ceo.hire("Speaker Number" + (char) ('a' + i), "manager", "Pier " + i));
        }
    }

    @AfterEach
    void calm() {
        proxies().forEach(FaultProxy::calm);
        proxies().forEach(FaultProxy::reopen);
    }

    /** How a step fails. */
    enum Way {
        REFUSED("North", false) {
            @Override
            void happen(Passing call) throws IOException {
                call.answer(
                        403,
                        "application/problem+json",
                        "{\"status\":403,\"code\":\"forbidden\",\"detail\":\"You may not do this.\"}"
                                .getBytes(StandardCharsets.UTF_8));
            }
        },
        /** The service is not there. */
        BROKEN_OFF("East", false) {
            @Override
            void happen(Passing call) {
                call.breakOff();
            }
        },
        /** The service does what it is asked to and nobody ever learns of it. */
        NEVER_ANSWERED("South", false) {
            @Override
            void happen(Passing call) throws IOException, InterruptedException {
                call.forward();
                TimeUnit.MILLISECONDS.sleep(
                        RunningPlatform.CALL_TIMEOUT.plusSeconds(1).toMillis());
                call.breakOff();
            }
        },
        ANSWERED_TOO_LATE_ONCE("West", true) {
            @Override
            void happen(Passing call) throws IOException, InterruptedException {
                NEVER_ANSWERED.happen(call);
            }
        },
        BROKEN_OFF_ONCE("Upper", true) {
            @Override
            void happen(Passing call) {
                call.breakOff();
            }
        };

        private final String word;
        private final boolean once;

        Way(String word, boolean once) {
            this.word = word;
            this.once = once;
        }

        abstract void happen(Passing call) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whateverHappensToAStepAllIsDoneOrNothing(Way way) throws SQLException {
        List<TenActions> sentences = prepare(way.word);
        List<CountDownLatch> strikes = new ArrayList<>();
        for (int step = 1; step <= sentences.size(); step++) {
            strikes.add(strike(sentences.get(step - 1), step, way));
        }

        List<String> commands = sentences.stream().map(TenActions::say).toList();

        for (int step = 1; step <= sentences.size(); step++) {
            TenActions sentence = sentences.get(step - 1);
            JsonNode command = sentence.awaitEnd(commands.get(step - 1));
            assertThat(strikes.get(step - 1).getCount())
                    .as("step %d was struck", step)
                    .isZero();
            if (way.once) {
                assertStatus(command, step, Set.of("completed"));
                sentence.assertDone();
            } else {
                assertStatus(command, step, Set.of("rolled_back", "failed"));
                sentence.assertNothingLeft();
            }
        }
    }

    /** The fault lasts until the service has lost its patience, so that taking back finds the others well again. */
    private static CountDownLatch strike(TenActions sentence, int step, Way way) {
        CountDownLatch struck = new CountDownLatch(1);
        long[] first = new long[1];
        FaultProxy.Trouble trouble = call -> {
            if (!sentence.carriesOut(step, call)) {
                return Optional.empty();
            }
            synchronized (first) {
                boolean again = struck.getCount() == 0;
                if (!again) {
                    first[0] = System.nanoTime();
                    struck.countDown();
                }
                boolean over = System.nanoTime() - first[0] > HOPELESS.toNanos();
                return (again && way.once) || over ? Optional.empty() : Optional.of(way::happen);
            }
        };
        proxies().forEach(proxy -> proxy.trouble(trouble));
        return struck;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCommandWhoseServiceIsKilledIsFinishedByTheNextOne(boolean afterTheCallHadItsEffect)
            throws SQLException, InterruptedException {
        List<TenActions> sentences = prepare(afterTheCallHadItsEffect ? "Inner" : "Outer");
        CountDownLatch held = new CountDownLatch(sentences.size());
        CountDownLatch killed = new CountDownLatch(1);
        for (int step = 1; step <= sentences.size(); step++) {
            hold(sentences.get(step - 1), step, afterTheCallHadItsEffect, held, killed);
        }

        List<String> commands = sentences.stream().map(TenActions::say).toList();
        assertThat(held.await(20, TimeUnit.SECONDS))
                .as("every command is at its step")
                .isTrue();
        LocalPlatform platform = RunningPlatform.get().platform();
        String voice = PlatformService.VOICE.label();
        long pid = platform.process(voice).pid();
        platform.kill(voice);
        killed.countDown();
        platform.awaitBack(voice, pid);

        for (int step = 1; step <= sentences.size(); step++) {
            TenActions sentence = sentences.get(step - 1);
            assertStatus(sentence.awaitEnd(commands.get(step - 1)), step, Set.of("completed"));
            sentence.assertDone();
        }
    }

    /** Keeps the first call that carries out a step until the service is killed. */
    private static void hold(
            TenActions sentence, int step, boolean afterwards, CountDownLatch held, CountDownLatch killed) {
        Set<Call> known = ConcurrentHashMap.newKeySet();
        Fault hold = call -> {
            if (afterwards) {
                call.forward();
            }
            held.countDown();
            killed.await(60, TimeUnit.SECONDS);
            call.breakOff();
        };
        proxies()
                .forEach(proxy -> proxy.trouble(call ->
                        sentence.carriesOut(step, call) && known.add(call) ? Optional.of(hold) : Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"TASK, Lower Amber", "CHANNEL, Lower Birch", "MESSAGE, Lower Cobalt", "NOTIFICATION, Lower Dahlia"})
    void aServiceThatGoesDownInTheMiddleAndComesBackTooLateLeavesNothing(PlatformService service, String name)
            throws SQLException {
        TenActions sentence = TenActions.prepared(SPEAKERS.getFirst(), name);
        FaultProxy proxy = RunningPlatform.get().between(service);
        proxy.trouble(call ->
                call.speaker().equals(sentence.speaker().id()) && call.method().equals("POST")
                        ? Optional.of(passing -> proxy.shut())
                        : Optional.empty());

        String id = sentence.say();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> sentence.command(id)
                        .path("plan")
                        .path("actions")
                        .valueStream()
                        .anyMatch(action -> action.path("error").isObject()));
        proxy.calm();
        proxy.reopen();

        assertStatus(sentence.awaitEnd(id), 0, Set.of("rolled_back", "failed"));
        sentence.assertNothingLeft();
    }

    private static List<TenActions> prepare(String word) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> TenActions.prepared(SPEAKERS.get(i), word + " " + NAMES.get(i)))
                .toList();
    }

    private static List<FaultProxy> proxies() {
        return List.of(
                RunningPlatform.get().between(PlatformService.TASK),
                RunningPlatform.get().between(PlatformService.CHANNEL),
                RunningPlatform.get().between(PlatformService.MESSAGE),
                RunningPlatform.get().between(PlatformService.NOTIFICATION));
    }

    private static void assertStatus(JsonNode command, int step, Set<String> expected) {
        assertThat(command.path("status").asString())
                .as("step %d: %s", step, command)
                .isIn(expected);
    }
}
