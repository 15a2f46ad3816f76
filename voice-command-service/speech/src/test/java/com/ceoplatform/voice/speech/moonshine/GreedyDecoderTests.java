package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreedyDecoderTests {

    private static final int SAR = TinyVocabulary.id("▁Sar");
    private static final int SA = TinyVocabulary.id("▁Sa");
    private static final int SARAH = TinyVocabulary.id("▁Sarah");
    private static final int AH = TinyVocabulary.id("ah");
    private static final int M = TinyVocabulary.id("m");
    private static final int END = GreedyDecoder.END_OF_SEQUENCE;

    @TempDir
    Path directory;

    private LlamaVocabulary vocabulary;

    private final Script script = new Script();

    @BeforeEach
    void readVocabulary() throws IOException {
        vocabulary = TinyVocabulary.in(directory);
    }

    @Test
    void choosesTheLikeliestTokenUntilTheEnd() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SA).likely(M, 5);
        script.having(SA, M).likely(END, 5);

        assertThat(decode(List.of())).containsExactly(SA, M);
    }

    @Test
    void prefersANameThatSoundsAlmostAsLikely() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SAR).likely(M, 5).likely(AH, 3);
        script.having(SAR, AH).likely(END, 5);

        assertThat(decode(List.of("Sarah"))).containsExactly(SAR, AH);
    }

    @Test
    void goesBackWhenWhatItFavouredDoesNotBecomeAName() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SAR).likely(M, 9).likely(AH, 1);
        script.having(SA).likely(M, 5);
        script.having(SA, M).likely(END, 5);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA, M);
    }

    @Test
    void goesBackWhenTheSpeakerStopsInTheMiddleOfAName() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SAR).likely(END, 9);
        script.having(SA).likely(END, 5);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA);
    }

    @Test
    void goesBackWhenAWordOnlyBeginsLikeAName() {
        script.having().likely(SA, 5).likely(SAR, 4);
        script.having(SAR).likely(AH, 5);
        script.having(SAR, AH).likely(M, 5);
        script.having(SA).likely(END, 5);

        assertThat(decode(List.of("Sarah"))).containsExactly(SA);
    }

    @Test
    void triesTheNextPhraseWhenTheFirstOneFails() {
        script.having().likely(SARAH, 5).likely(SAR, 4.5f).likely(SA, 4);
        script.having(SAR).likely(END, 9);
        script.having(SA).likely(M, 5);
        script.having(SA, M).likely(END, 5);

        assertThat(decode(List.of("Sarah", "Sam"))).containsExactly(SA, M);
    }

    @Test
    void stopsAtTheLimit() {
        script.having().likely(SA, 5);
        script.having(SA).likely(M, 5);

        assertThat(GreedyDecoder.tokens(script, PhraseTrie.of(List.of(), List.of(), vocabulary), 2))
                .containsExactly(SA, M);
    }

    private List<Integer> decode(List<String> names) {
        return GreedyDecoder.tokens(script, PhraseTrie.of(names, List.of(), vocabulary), 10);
    }

    /** Answers by everything heard so far, like the model with its cache. */
    private static final class Script implements GreedyDecoder.Steps {

        private final Map<List<Integer>, Likelihoods> answers = new HashMap<>();
        private final List<Integer> given = new ArrayList<>();
        private int marked;

        Likelihoods having(Integer... tokens) {
            return answers.computeIfAbsent(List.of(tokens), ignored -> new Likelihoods());
        }

        @Override
        public float[] after(int token) {
            given.add(token);
            return answers.get(given.subList(1, given.size())).values;
        }

        @Override
        public void mark() {
            marked = given.size();
        }

        @Override
        public void rewind() {
            given.subList(marked, given.size()).clear();
        }
    }

    private static final class Likelihoods {

        private final float[] values = new float[300];

        Likelihoods likely(int token, float value) {
            values[token] = value;
            return this;
        }
    }
}
