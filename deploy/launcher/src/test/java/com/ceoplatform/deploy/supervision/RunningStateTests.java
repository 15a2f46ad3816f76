package com.ceoplatform.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.supervision.RunningState.Phase;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStateTests {

    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    private Path directory;

    @Test
    void survivesTheFile() {
        RunningState state = new RunningState(
                SELF,
                RunningState.startOf(SELF),
                Phase.READY,
                "http://localhost:8080",
                8080,
                List.of(new RunningProcess("kafka", 4711, 8091, Instant.EPOCH)));

        state.write(file());

        assertThat(RunningState.read(file())).contains(state);
    }

    @Test
    void isEmptyWithoutAFileOrWithGarbage() throws IOException {
        assertThat(RunningState.read(file())).isEmpty();

        Files.writeString(file(), "{\"supervisorPid\": ");

        assertThat(RunningState.read(file())).isEmpty();
    }

    @Test
    void doesNotTakeAnotherProcessWithThePidForTheOneMeant() {
        RunningProcess self = new RunningProcess("a", SELF, 0, RunningState.startOf(SELF));
        RunningProcess former =
                new RunningProcess("a", SELF, 0, RunningState.startOf(SELF).minusSeconds(60));

        assertThat(self.isAlive()).isTrue();
        assertThat(former.isAlive()).isFalse();
    }

    @Test
    void takesAProcessThatIsDownForDead() {
        assertThat(new RunningProcess("a", 0, 0, Instant.EPOCH).isAlive()).isFalse();
    }

    private Path file() {
        return directory.resolve("state.json");
    }
}
