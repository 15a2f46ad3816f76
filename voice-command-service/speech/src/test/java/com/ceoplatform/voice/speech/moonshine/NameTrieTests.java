package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameTrieTests {

    private static final int SAR = TinyVocabulary.id("▁Sar");
    private static final int AH = TinyVocabulary.id("ah");

    @TempDir
    Path directory;

    private LlamaVocabulary vocabulary;

    @BeforeEach
    void readVocabulary() throws IOException {
        vocabulary = TinyVocabulary.in(directory);
    }

    @Test
    void favoursTheStartOfANameALittleAndItsContinuationMore() {
        NameTrie.Cursor cursor = NameTrie.of(List.of("Sarah"), vocabulary).cursor();

        assertThat(boosted(cursor)[SAR]).isEqualTo(1.5f);
        assertThat(boosted(cursor)[AH]).isZero();
        cursor.advance(SAR);
        assertThat(boosted(cursor)[AH]).isEqualTo(3f);
    }

    @Test
    void favoursNothingAfterAWordThatIsNoName() {
        NameTrie.Cursor cursor = NameTrie.of(List.of("Sarah"), vocabulary).cursor();

        cursor.advance(SAR);
        cursor.advance(TinyVocabulary.id("m"));

        assertThat(boosted(cursor)[AH]).isZero();
    }

    @Test
    void followsASingleLetterWithoutFavouringIt() {
        int letter = TinyVocabulary.id("▁S");
        NameTrie.Cursor cursor = NameTrie.of(List.of("Sm"), vocabulary).cursor();

        assertThat(boosted(cursor)[letter]).isZero();
        cursor.advance(letter);
        assertThat(boosted(cursor)[TinyVocabulary.id("m")]).isEqualTo(3f);
    }

    @Test
    void favoursNothingWithoutNames() {
        assertThat(boosted(NameTrie.of(List.of(" "), vocabulary).cursor())).containsOnly(0f);
    }

    private static float[] boosted(NameTrie.Cursor cursor) {
        float[] logits = new float[300];
        cursor.boost(logits);
        return logits;
    }
}
