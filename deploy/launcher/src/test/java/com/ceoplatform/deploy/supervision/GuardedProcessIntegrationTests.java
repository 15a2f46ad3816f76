package com.ceoplatform.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.home.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEAF = "trap '' TERM; echo deaf; while :; do sleep 0.1; done";

    @TempDir
    private Path directory;

    private long program;

    @BeforeEach
    void startClean() {
        program = 0;
    }

    @AfterEach
    void leaveNothingBehind() {
        if (program != 0) {
            ProcessHandle.of(program).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void endsTheProgramWhenTheSupervisorIsKilled() throws IOException {
        Process supervisor = superviseElsewhere("sleep 1000");

        supervisor.destroyForcibly();

        await().atMost(PATIENCE).until(() -> !isAlive(program));
    }

    @Test
    void killsAProgramThatDoesNotListenWhenTheSupervisorIsKilled() throws IOException {
        Process supervisor = superviseElsewhere(DEAF);

        supervisor.destroyForcibly();

        await().atMost(PATIENCE).until(() -> !isAlive(program));
    }

    @Test
    void tellsThePidOfTheProgramItself() throws Exception {
        GuardedProcess process = start("exec sleep 1000");

        Path name = Path.of("/proc", Long.toString(process.pid()), "comm");
        await().atMost(PATIENCE).until(() -> Files.readString(name).strip().equals("sleep"));

        process.stop();
        assertThat(isAlive(process.pid())).isFalse();
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(start("exit 7").awaitExit()).isEqualTo(7);
    }

    @Test
    void reportsAKillAsAShellDoes() throws Exception {
        GuardedProcess process = start("exec sleep 1000");

        process.kill();

        assertThat(process.awaitExit()).isEqualTo(128 + 9);
    }

    @Test
    void killsWhatDoesNotStopWithinItsGrace() throws Exception {
        GuardedProcess process = start(DEAF);
        await().atMost(PATIENCE).until(() -> Files.readString(log()).contains("deaf"));

        process.stop();

        assertThat(isAlive(process.pid())).isFalse();
    }

    @Test
    void endsTheProgramWhenItsGuardWasKilled() throws Exception {
        GuardedProcess process = start("exec sleep 1000");
        ProcessHandle.of(process.pid()).flatMap(ProcessHandle::parent).ifPresent(ProcessHandle::destroyForcibly);

        process.awaitExit();

        assertThat(isAlive(process.pid())).isFalse();
    }

    @Test
    void givesTheProgramNoInputAndALog() throws Exception {
        start("echo to the log; cat; echo end of input").awaitExit();

        assertThat(log()).hasContent("to the log\nend of input");
    }

    private GuardedProcess start(String script) {
        GuardedProcess process = GuardedProcess.start(spec(script, directory), log(), directory);
        program = process.pid();
        return process;
    }

    /** Starts a JVM that supervises the script and remembers the pid of the script's shell. */
    private Process superviseElsewhere(String script) throws IOException {
        Process supervisor = new ProcessBuilder(
                        Host.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        script,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8));
        program = Long.parseLong(output.readLine());
        assertThat(isAlive(program)).isTrue();
        return supervisor;
    }

    private Path log() {
        return directory.resolve("program.log");
    }

    private static ProcessSpec spec(String script, Path directory) {
        return new ProcessSpec(
                "program", 0, List.of("sh", "-c", script), Map.of(), directory, StopSignal.TERM, Duration.ofSeconds(1));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** A supervisor that a test can kill. */
    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path directory = Path.of(arguments[1]);
            GuardedProcess process =
                    GuardedProcess.start(spec(arguments[0], directory), directory.resolve("program.log"), directory);
            System.out.println(process.pid());
            process.awaitExit();
        }
    }
}
