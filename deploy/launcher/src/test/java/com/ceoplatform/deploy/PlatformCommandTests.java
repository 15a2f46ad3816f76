package com.ceoplatform.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.DataDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformCommandTests {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "reset", "say", "test", "bench"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: platform " + command);
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains("A command is missing.").contains("Usage: platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "up --prot 1", "up --port many", "logs", "up --port"})
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(WRONG_USE);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void refusesAPortWithoutRoomInOneLine() {
        assertThat(run("up", "--port", "80", "--data", data())).isEqualTo(FAILED);
        assertThat(err.toString().lines()).singleElement().asString().contains("--port must lie between");
    }

    @Test
    void refusesTheDefaultPasswordOutsideTheLoopback() {
        assertThat(run("up", "--bind", "0.0.0.0", "--data", data())).isEqualTo(FAILED);
        assertThat(err.toString().lines()).singleElement().asString().contains("PLATFORM_DEMO_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "say hello", "bench"})
    void saysInOneLineThatNothingRuns(String command) {
        String[] words = (command + " --data " + data()).split(" ");

        assertThat(run(words)).isEqualTo(FAILED);
        assertThat(err.toString().lines()).singleElement().asString().contains("No platform runs on");
    }

    @Test
    void sayNeedsEitherTextOrARecording() {
        assertThat(run("say", "--data", data())).isEqualTo(FAILED);
        assertThat(err.toString()).contains("Give either");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--users 1",
                "--rate 0",
                "--sustained -5",
                "--seconds 0",
                "--seconds 300",
                "--idle 9999",
                "--repeat 0",
                "--json missing/figures.json",
                "--warm-up -1",
                "--audio missing.wav"
            })
    void benchRefusesWhatMakesNoSense(String option) {
        String[] words = ("bench " + option + " --data " + data()).split(" ");

        assertThat(run(words)).isEqualTo(FAILED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .isNotBlank()
                .doesNotContain("No platform");
    }

    @Test
    void benchNamesItsScenarios() {
        assertThat(run("bench", "--only", "everything")).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains("message").contains("sustained");
    }

    @Test
    void namesTheLogsThereAre() throws Exception {
        DataDirectory data = new DataDirectory(Path.of(data()));
        data.create();
        Files.writeString(data.log("task-service"), "hello\n");

        assertThat(run("logs", "nonsense", "--data", data())).isEqualTo(FAILED);
        assertThat(err.toString()).contains("There is no log named 'nonsense'; there are: task-service");
        assertThat(run("logs", "task", "--data", data())).isZero();
    }

    @Test
    void resetsOnlyWhatIsItsOwn() throws Exception {
        Path stranger = Files.writeString(directory.resolve("thesis.txt"), "three years of work");

        assertThat(run("reset", "--data", directory.toString())).isZero();
        assertThat(stranger).exists();
    }

    @Test
    void resetDeletesTheData() throws Exception {
        DataDirectory data = new DataDirectory(Path.of(data()));
        data.create();
        Files.createDirectories(data.postgres());

        assertThat(run("reset", "--data", data())).isZero();
        assertThat(data.root()).isEmptyDirectory();
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private int run(String... arguments) {
        return PlatformCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
