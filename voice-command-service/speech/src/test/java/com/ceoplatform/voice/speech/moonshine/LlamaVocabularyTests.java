package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaVocabularyTests {

    @TempDir
    Path directory;

    private LlamaVocabulary vocabulary;

    @BeforeEach
    void readVocabulary() throws IOException {
        vocabulary = TinyVocabulary.in(directory);
    }

    @Test
    void mergesInTheOrderOfTheTable() {
        assertThat(vocabulary.encode("Sarah")).containsExactly(TinyVocabulary.id("▁Sar"), TinyVocabulary.id("ah"));
    }

    @Test
    void spellsWhatIsNotInTheVocabularyInBytes() {
        assertThat(vocabulary.encode("é")).containsExactly(TinyVocabulary.id("▁"), 3 + 0xC3, 3 + 0xA9);
        assertThat(vocabulary.decode(vocabulary.encode("Sa é 🦙"))).isEqualTo("Sa é 🦙");
    }

    @Test
    void leavesOutControlTokensAndTokensBeyondTheVocabulary() {
        assertThat(vocabulary.decode(List.of(1, TinyVocabulary.id("▁Sarah"), 2, 32_767)))
                .isEqualTo("Sarah");
    }

    @Test
    void saysThatAFileIsNotAVocabulary() throws IOException {
        Path other = Files.writeString(directory.resolve("other.js"), "export default 1");

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> LlamaVocabulary.read(other))
                .withMessageContaining("other.js cannot be read")
                .returns(SpeechFailure.ENGINE_UNAVAILABLE, SpeechException::failure);
    }
}
