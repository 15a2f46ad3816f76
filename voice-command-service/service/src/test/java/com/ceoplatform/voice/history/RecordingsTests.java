package com.ceoplatform.voice.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.config.RecordingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTests {

    private static final byte[] SOUND = {1, 2, 3};

    private final UUID speaker = Ids.next();
    private final UUID other = Ids.next();

    @TempDir
    private Path directory;

    @Test
    void keepsNothingByDefault() throws IOException {
        new Recordings(new RecordingSettings(null, Duration.ofDays(7))).keep(speaker, Ids.next(), SOUND);

        assertThat(files()).isEmpty();
    }

    @Test
    void keepsAndForgetsTheRecordingOfOneCommand() throws IOException {
        UUID command = Ids.next();
        Recordings recordings = recordings();
        recordings.keep(speaker, command, SOUND);
        recordings.keep(speaker, command, SOUND);
        recordings.keep(speaker, Ids.next(), SOUND);
        assertThat(directory.resolve(speaker.toString()).resolve(command.toString()))
                .hasBinaryContent(SOUND);

        recordings.forget(speaker, command);

        assertThat(files()).hasSize(1);
        recordings.forget(speaker, command);
    }

    @Test
    void forgetsAllOfOneSpeakerOnly() throws IOException {
        Recordings recordings = recordings();
        UUID executing = Ids.next();
        recordings.keep(speaker, Ids.next(), SOUND);
        recordings.keep(speaker, executing, SOUND);
        recordings.keep(other, Ids.next(), SOUND);

        recordings.forgetAll(speaker, name -> !name.equals(executing.toString()));

        assertThat(files()).hasSize(2);
        recordings.forgetAll(Ids.next(), name -> true);
    }

    @Test
    void forgetsWhatIsOld() throws IOException {
        Recordings recordings = recordings();
        UUID old = Ids.next();
        recordings.keep(speaker, old, SOUND);
        recordings.keep(speaker, Ids.next(), SOUND);
        Instant lastYear = Instant.parse("2025-01-01T00:00:00Z");
        Files.setLastModifiedTime(
                directory.resolve(speaker.toString()).resolve(old.toString()), FileTime.from(lastYear));

        recordings.forgetBefore(lastYear.plusSeconds(1));

        assertThat(files()).hasSize(1);
    }

    private Recordings recordings() {
        return new Recordings(new RecordingSettings(directory, Duration.ofDays(7)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
