package com.ceoplatform.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.supervision.RunningState.Phase;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private DataDirectory data;
    private Supervisor supervisor;

    @BeforeEach
    void supervise() {
        data = new DataDirectory(directory.resolve("data"));
        data.create();
        Progress progress = new Progress(new PrintWriter(Writer.nullWriter()), data.log("platform"), Clock.systemUTC());
        supervisor = new Supervisor(data, progress, Clock.systemUTC(), "http://localhost:1", 1024);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        supervisor.stop(supervisor.processes());
        supervisor.close();
    }

    @Test
    void bringsAKilledProcessBack() {
        SupervisedProcess process = run("sleeper", "exec sleep 1000");
        long first = process.pid();

        process.kill();

        await().atMost(PATIENCE).until(() -> process.pid() != 0 && process.pid() != first);
        assertThat(data.log("platform")).content().contains("sleeper (pid " + first + ") ended with code 137");
    }

    @Test
    void writesDownWhatRuns() {
        SupervisedProcess process = run("sleeper", "exec sleep 1000");
        supervisor.enter(Phase.READY);

        RunningState state = RunningState.read(data.state()).orElseThrow();

        assertThat(state.phase()).isEqualTo(Phase.READY);
        assertThat(state.supervisorPid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(state.isSupervisorAlive()).isTrue();
        assertThat(state.processes()).singleElement().satisfies(running -> {
            assertThat(running.pid()).isEqualTo(process.pid());
            assertThat(running.name()).isEqualTo("sleeper");
            assertThat(running.isAlive()).isTrue();
        });
    }

    @Test
    void doesNotBringBackWhatItStopped() throws InterruptedException {
        SupervisedProcess process = run("sleeper", "exec sleep 1000");
        long pid = process.pid();

        supervisor.stop(List.of(process));

        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(process.pid()).isZero();
        assertThat(supervisor.processes()).isEmpty();
    }

    @Test
    void quotesAProcessThatKeepsDying() {
        SupervisedProcess process = supervisor.run(spec("broken", "echo ERROR the disk is full; exit 1"));

        assertThatThrownBy(() -> process.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("broken does not start")
                .hasMessageContaining("ERROR the disk is full");
    }

    @Test
    void startsNothingMoreOnceItIsStopping() {
        supervisor.enter(Phase.STOPPING);

        assertThatThrownBy(() -> supervisor.run(spec("late", "sleep 1"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clearsWhatAKilledSupervisorLeft() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "1000").start();
        RunningProcess left = new RunningProcess("orphan", orphan.pid(), 0, RunningState.startOf(orphan.pid()));
        new RunningState(1, Instant.EPOCH, Phase.READY, "", 1024, List.of(left)).write(data.state());
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Progress progress = new Progress(
                new PrintWriter(shown, true, StandardCharsets.UTF_8), data.log("platform"), Clock.systemUTC());

        Leftovers.clear(data, progress, Duration.ZERO);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Waiting for what the previous run left: orphan");
    }

    private SupervisedProcess run(String name, String script) {
        SupervisedProcess process = supervisor.run(spec(name, script));
        await().atMost(PATIENCE).until(() -> process.pid() != 0);
        return process;
    }

    private ProcessSpec spec(String name, String script) {
        return ProcessSpec.of(name, 0, List.of("sh", "-c", script), Map.of(), directory);
    }
}
