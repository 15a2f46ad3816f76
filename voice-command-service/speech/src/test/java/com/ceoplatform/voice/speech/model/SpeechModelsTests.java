package com.ceoplatform.voice.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechModelsTests {

    @TempDir
    Path directory;

    @Test
    void namesTheFileThatIsMissing() {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> SpeechModels.locate(directory))
                .withMessageContaining("encoder_model.onnx is missing")
                .returns(SpeechFailure.ENGINE_UNAVAILABLE, SpeechException::failure);
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        Path encoder = directory.resolve(ModelFile.ENCODER.path());
        Files.createDirectories(encoder.getParent());
        Files.writeString(encoder, "half a model");

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> SpeechModels.locate(directory))
                .withMessageContaining("encoder_model.onnx is damaged");
    }

    @Test
    void liesWhereTheEnvironmentSaysOrInTheCacheOfTheUser() {
        assertThat(SpeechModels.directory(Map.of("PLATFORM_SPEECH_MODEL_DIRECTORY", "/srv/models")))
                .isEqualTo(Path.of("/srv/models"));
        assertThat(SpeechModels.directory(Map.of("PLATFORM_SPEECH_MODEL_DIRECTORY", " ")))
                .isEqualTo(SpeechModels.directory(Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/ceo-platform/speech-models"));
    }
}
