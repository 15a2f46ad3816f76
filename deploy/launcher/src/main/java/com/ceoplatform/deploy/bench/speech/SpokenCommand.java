package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence of the benchmark.
 *
 * @param plan the types of the actions that it means
 * @param latency the row in which its time counts; null when only its words do
 */
record SpokenCommand(
        String id, String say, List<String> plan, @Nullable String latency) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SpokenCommand {
        plan = List.copyOf(plan);
    }

    static List<SpokenCommand> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, SpokenCommand.class))
                    .toList();
        } catch (IOException e) {
            throw new LaunchFailure("The spoken commands cannot be read: " + e.getMessage(), e);
        }
    }
}
