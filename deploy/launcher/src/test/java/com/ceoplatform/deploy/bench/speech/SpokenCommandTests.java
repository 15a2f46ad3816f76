package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.ProjectRoot;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenCommandTests {

    private final List<SpokenCommand> commands = SpokenCommand.read(
            ProjectRoot.find().path().resolve("voice-command-service/speech/src/bench/commands.jsonl"));

    @Test
    void areManyAndEachItsOwn() {
        assertThat(commands).hasSizeGreaterThanOrEqualTo(60);
        assertThat(commands).extracting(SpokenCommand::id).doesNotHaveDuplicates();
        assertThat(commands)
                .extracting(SpokenCommand::say)
                .doesNotHaveDuplicates()
                .allSatisfy(say -> assertThat(say).isNotBlank().doesNotContain("\t"));
    }

    @Test
    void containShortOnesAndOnesOfEightActionsToBeTimed() {
        assertThat(commands)
                .filteredOn(command -> "simple".equals(command.latency()))
                .hasSizeGreaterThan(4);
        assertThat(commands)
                .filteredOn(command -> "eight".equals(command.latency()))
                .hasSizeGreaterThan(2)
                .allSatisfy(command -> assertThat(command.plan()).hasSize(8));
    }
}
