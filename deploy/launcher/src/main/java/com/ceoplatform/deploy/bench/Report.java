package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Everything that one run brought, as it is kept in a file. */
record Report(Instant startedAt, String address, Machine machine, List<Outcome> outcomes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Report {
        outcomes = List.copyOf(outcomes);
    }

    boolean hasLosses() {
        return outcomes.stream().anyMatch(outcome -> outcome.counts().lost() > 0);
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    void write(Path file) {
        try {
            Files.writeString(file, json() + "\n");
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write the figures to " + file + ": " + e.getMessage(), e);
        }
    }
}
