package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlternativesTests {

    private static final Map<Integer, String> WORDS =
            Map.of(1, "Press kit", 2, "Press kid", 3, "press kit.", 4, "today");

    @TempDir
    Path directory;

    private PhraseTrie nothing;

    @BeforeEach
    void readVocabulary() throws IOException {
        nothing = PhraseTrie.of(List.of(), List.of(), TinyVocabulary.in(directory));
    }

    @Test
    void joinsWhatMayHaveBeenSaidInEachStretchBestFirst() {
        Alternatives alternatives = new Alternatives(8);

        add(alternatives, text(1, -1), text(2, -3));
        add(alternatives, text(4, -1), text(3, -2));

        assertThat(alternatives.texts())
                .containsExactly("Press kit today", "Press kit press kit.", "Press kid today", "Press kid press kit.");
    }

    @Test
    void takesTheSameWordsForOneText() {
        Alternatives alternatives = new Alternatives(8);

        add(alternatives, text(3, -1), text(1, -2), text(2, -3));

        assertThat(alternatives.texts()).containsExactly("press kit.", "Press kid");
    }

    @Test
    void keepsNoMoreThanAskedFor() {
        Alternatives alternatives = new Alternatives(1);

        add(alternatives, text(1, -1), text(2, -3));

        assertThat(alternatives.texts()).containsExactly("Press kit");
    }

    @Test
    void knowsOfNothingWhereNobodySpoke() {
        assertThat(new Alternatives(8).texts()).isEmpty();
    }

    private static void add(Alternatives alternatives, BeamSearch.Text... texts) {
        alternatives.add(List.of(texts), tokens -> WORDS.getOrDefault(tokens.getFirst(), ""));
    }

    private BeamSearch.Text text(int token, double likelihood) {
        return new BeamSearch.Text(List.of(token), likelihood, nothing.start(), 0);
    }
}
