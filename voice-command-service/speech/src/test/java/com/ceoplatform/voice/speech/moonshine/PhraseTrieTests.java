package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseTrieTests {

    private static final int SAR = TinyVocabulary.id("▁Sar");
    private static final int SARAH = TinyVocabulary.id("▁Sarah");
    private static final int AH = TinyVocabulary.id("ah");
    private static final int M = TinyVocabulary.id("m");

    @TempDir
    Path directory;

    private LlamaVocabulary vocabulary;

    @BeforeEach
    void readVocabulary() throws IOException {
        vocabulary = TinyVocabulary.in(directory);
    }

    @Test
    void favoursTheStartOfANameALittleAndItsContinuationMore() {
        PhraseTrie.Position start = names("Sarah");

        assertThat(boosted(start)[SAR]).isEqualTo(4);
        assertThat(boosted(start)[AH]).isZero();
        assertThat(boosted(start.after(SAR))[AH]).isEqualTo(6);
    }

    @Test
    void favoursNothingAfterAWordThatIsNoName() {
        assertThat(boosted(names("Sarah").after(SAR).after(M))[AH]).isZero();
    }

    @Test
    void followsASingleLetterOfAPhraseWithoutFavouringItButFavoursTheCapitalOfAName() {
        int letter = TinyVocabulary.id("▁S");
        PhraseTrie.Position phrase =
                PhraseTrie.of(List.of(), List.of("Sm"), vocabulary).start();

        assertThat(boosted(phrase)[letter]).isZero();
        assertThat(boosted(phrase.after(letter))[M]).isEqualTo(4.5f);
        assertThat(boosted(names("Sm"))[letter]).isEqualTo(4);
    }

    @Test
    void bearsNamesThatBeginWithNoLetter() {
        assertThat(boosted(names("🦙", "7 up", "ñ"))).isNotNull();
    }

    @Test
    void favoursNothingWithoutNames() {
        assertThat(boosted(names(" "))).containsOnly(0f);
    }

    @Test
    void favoursCommandPhrasesLessThanNames() {
        PhraseTrie.Position start =
                PhraseTrie.of(List.of(), List.of("Sarah"), vocabulary).start();

        assertThat(boosted(start)[SAR]).isEqualTo(2.5f);
    }

    @Test
    void takesAFirstNameForAWholeNameButNotTheFirstWordOfAPhrase() {
        PhraseTrie.Position name = names("Sarah Sam").after(SAR).after(AH);
        PhraseTrie.Position phrase = PhraseTrie.of(List.of(), List.of("Sarah Sam"), vocabulary)
                .start()
                .after(SAR)
                .after(AH);

        assertThat(name.completes(0)).isTrue();
        assertThat(phrase.completes(0)).isFalse();
        assertThat(phrase.follows(0)).isTrue();
    }

    @Test
    void noticesWhereAPhraseIsLeft() {
        PhraseTrie.Position inside = names("Sarah").after(SAR);

        assertThat(inside.follows(0)).isTrue();
        assertThat(inside.completes(0)).isFalse();
        assertThat(inside.after(M).follows(0)).isFalse();
        assertThat(inside.after(SAR).follows(0)).isFalse();
        assertThat(inside.after(SAR).follows(1)).isTrue();
    }

    @Test
    void knowsWhereAWordEnds() {
        PhraseTrie.Position position = names("Sarah");

        assertThat(position.endsWordBefore(SARAH)).isTrue();
        assertThat(position.endsWordBefore(GreedyDecoder.END_OF_SEQUENCE)).isTrue();
        assertThat(position.endsWordBefore(M)).isFalse();
    }

    private PhraseTrie.Position names(String... names) {
        return PhraseTrie.of(List.of(names), List.of(), vocabulary).start();
    }

    private static float[] boosted(PhraseTrie.Position position) {
        float[] logits = new float[300];
        position.boost(logits);
        return logits;
    }
}
