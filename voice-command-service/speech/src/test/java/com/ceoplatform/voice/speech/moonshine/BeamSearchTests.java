package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeamSearchTests {

    private static final int SAR = TinyVocabulary.id("▁Sar");
    private static final int SA = TinyVocabulary.id("▁Sa");
    private static final int AH = TinyVocabulary.id("ah");
    private static final int M = TinyVocabulary.id("m");
    private static final int R = TinyVocabulary.id("r");
    private static final int END = BeamSearch.END_OF_SEQUENCE;

    @TempDir
    Path directory;

    private LlamaVocabulary vocabulary;

    private final Script script = new Script();

    @BeforeEach
    void readVocabulary() throws IOException {
        vocabulary = TinyVocabulary.in(directory);
    }

    @Test
    void choosesTheLikeliestTokensUntilTheEnd() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SA).likely(M, 5);

        assertThat(decode(List.of())).containsExactly(SA, M);
    }

    @Test
    void findsTheLikelierTextBehindALessLikelyBeginning() {
        script.having().likely(SA, 5).likely(SAR, 4.8f);
        script.having(SA).likely(M, 5).likely(R, 5).likely(AH, 5);
        script.having(SAR).likely(AH, 5);

        assertThat(decode(List.of())).containsExactly(SAR, AH);
    }

    @Test
    void prefersANameThatSoundsAlmostAsLikely() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SA).likely(M, 5);
        script.having(SAR).likely(M, 5).likely(AH, 3);

        assertThat(decode(List.of("Sarah"))).containsExactly(SAR, AH);
    }

    @Test
    void favoursNothingThatDoesNotBecomeAName() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SA).likely(M, 5);
        script.having(SAR).likely(M, 9).likely(AH, 0);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA, M);
    }

    @Test
    void favoursNoWordThatOnlyBeginsLikeAName() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SAR).likely(AH, 5);
        script.having(SAR, AH).likely(M, 9);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA);
    }

    @Test
    void addsNoNameAfterTheLastWord() {
        script.having().likely(SA, 5);
        script.having(SA).likely(END, 5).likely(SAR, 4);
        script.having(SA, SAR).likely(AH, 5);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA);
    }

    @Test
    void stopsAtTheLimit() {
        script.having().likely(SA, 5);
        script.having(SA).likely(M, 5);
        script.having(SA, M).likely(R, 5);

        assertThat(search(List.of(), 2, 1).getFirst().tokens()).containsExactly(SA, M);
    }

    @Test
    void saysNothingOverAndOver() {
        for (int said = 0; said < 20; said++) {
            script.having(Collections.nCopies(said, M).toArray(Integer[]::new)).likely(M, 9);
        }

        assertThat(search(List.of(), 20, 1).getFirst().tokens()).hasSizeLessThan(3);
    }

    @Test
    void tellsWhatElseMayHaveBeenSaidBestFirst() {
        script.having().likely(SA, 5).likely(SAR, 4.5f).likely(R, -4);

        assertThat(search(List.of(), 10, 8))
                .extracting(BeamSearch.Text::tokens)
                .containsExactly(List.of(SA), List.of(SAR));
    }

    private List<Integer> decode(List<String> names) {
        return search(names, 10, 1).getFirst().tokens();
    }

    private List<BeamSearch.Text> search(List<String> names, int limit, int wanted) {
        return BeamSearch.best(script, PhraseTrie.of(names, List.of(), vocabulary), limit, 4, wanted);
    }

    /** Answers by everything heard so far, like the model with its cache; ends where nothing is known to follow. */
    private static final class Script implements BeamSearch.Steps {

        private final Map<List<Integer>, Likelihoods> answers = new HashMap<>();
        private List<List<Integer>> beginnings = List.of(List.of());

        Likelihoods having(Integer... tokens) {
            return answers.computeIfAbsent(List.of(tokens), ignored -> new Likelihoods());
        }

        @Override
        public float[][] after(int[] rows, int[] tokens) {
            List<List<Integer>> next = new ArrayList<>();
            for (int index = 0; index < rows.length; index++) {
                List<Integer> beginning = new ArrayList<>(beginnings.get(rows[index]));
                if (tokens[index] != BeamSearch.START_OF_SEQUENCE) {
                    beginning.add(tokens[index]);
                }
                next.add(beginning);
            }
            beginnings = next;
            return next.stream()
                    .map(beginning -> answers.getOrDefault(beginning, new Likelihoods().likely(END, 5)).values)
                    .toArray(float[][]::new);
        }
    }

    private static final class Likelihoods {

        private final float[] values = new float[300];

        Likelihoods() {
            Arrays.fill(values, -30);
        }

        Likelihoods likely(int token, float value) {
            values[token] = value;
            return this;
        }
    }
}
