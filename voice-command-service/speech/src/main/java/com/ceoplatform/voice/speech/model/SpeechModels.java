package com.ceoplatform.voice.speech.model;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The model files in one directory, all of them there and unaltered. */
public final class SpeechModels {

    /** Names the model directory; without it, the user's cache. */
    public static final String DIRECTORY_VARIABLE = "PLATFORM_SPEECH_MODEL_DIRECTORY";

    private final Path directory;

    private SpeechModels(Path directory) {
        this.directory = directory;
    }

    /**
     * Checks that every file is there and has the checksum expected.
     *
     * @throws SpeechException ENGINE_UNAVAILABLE naming the first file that is not as it should be
     */
    public static SpeechModels locate(Path directory) {
        for (ModelFile file : ModelFile.values()) {
            problemOf(directory, file).ifPresent(problem -> {
                throw new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, problem);
            });
        }
        return new SpeechModels(directory);
    }

    /** The model that tells speech from silence, when it is there and unaltered; every recogniser can use it. */
    public static Optional<Path> locateVoiceActivity(Path directory) {
        return problemOf(directory, ModelFile.VOICE_ACTIVITY).isEmpty()
                ? Optional.of(directory.resolve(ModelFile.VOICE_ACTIVITY.path()))
                : Optional.empty();
    }

    /** {@value #DIRECTORY_VARIABLE} of the environment given, else {@code ~/.cache/ceo-platform/speech-models}. */
    public static Path directory(Map<String, String> environment) {
        String configured = environment.get(DIRECTORY_VARIABLE);
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "ceo-platform", "speech-models")
                : Path.of(configured);
    }

    static Optional<String> problemOf(Path directory, ModelFile file) {
        Path path = directory.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            return Optional.of("The speech model file %s is missing".formatted(path));
        }
        try {
            return Sha256.of(path).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(
                            "The speech model file %s is damaged: its sha256 is not %s".formatted(path, file.sha256()));
        } catch (IOException e) {
            return Optional.of("The speech model file %s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    public Path encoder() {
        return directory.resolve(ModelFile.ENCODER.path());
    }

    public Path decoder() {
        return directory.resolve(ModelFile.DECODER.path());
    }

    public Path vocabulary() {
        return directory.resolve(ModelFile.VOCABULARY.path());
    }

    public Path voiceActivity() {
        return directory.resolve(ModelFile.VOICE_ACTIVITY.path());
    }
}
