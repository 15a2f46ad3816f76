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
    private static final int SA = TinyVocabulary.id("▁Sa");
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

        assertThat(start.favours(SAR)).isTrue();
        assertThat(start.favours(AH)).isFalse();
        assertThat(start.after(SAR).favour()).isEqualTo(3);
        assertThat(start.after(SAR).favours(AH)).isTrue();
        assertThat(start.after(SAR).after(AH).favour()).isEqualTo(7);
    }

    @Test
    void keepsTheFavourOfAWholeName() {
        assertThat(names("Sarah").after(SAR).after(AH).after(SA).favour()).isEqualTo(7);
        assertThat(names("Sarah").after(SAR).after(AH).atEnd().favour()).isEqualTo(7);
    }

    @Test
    void takesTheFavourBackWhenItDoesNotBecomeAName() {
        assertThat(names("Sarah").after(SAR).after(M).favour()).isZero();
        assertThat(names("Sarah").after(SAR).atEnd().favour()).isZero();
        assertThat(names("Sarah").after(SAR).after(AH).after(M).favour()).isZero();
    }

    @Test
    void countsAFirstNameInAWholeNameOnce() {
        PhraseTrie.Position sarah = names("Sarah Sam").after(SAR).after(AH);

        assertThat(sarah.after(M).favour()).isZero();
        assertThat(sarah.after(SARAH).favour()).isEqualTo(7);
        assertThat(sarah.after(SA).favour()).isEqualTo(11);
        assertThat(sarah.after(SA).after(M).atEnd().favour()).isEqualTo(15);
        assertThat(sarah.after(SA).after(SARAH).favour()).isEqualTo(7);
    }

    @Test
    void countsAPhraseOnlyWhenSaidToTheEnd() {
        PhraseTrie.Position phrase = PhraseTrie.of(List.of(), List.of("Sarah Sam"), vocabulary)
                .start()
                .after(SAR)
                .after(AH);

        assertThat(phrase.atEnd().favour()).isZero();
        assertThat(phrase.after(SA).after(M).atEnd().favour()).isEqualTo(7.5);
    }

    @Test
    void followsASingleLetterOfAPhraseWithoutFavouringItButFavoursTheCapitalOfAName() {
        int letter = TinyVocabulary.id("▁S");
        PhraseTrie.Position phrase =
                PhraseTrie.of(List.of(), List.of("Sm"), vocabulary).start();

        assertThat(phrase.after(letter).favour()).isZero();
        assertThat(phrase.after(letter).after(M).favour()).isEqualTo(2);
        assertThat(names("Sm").after(letter).favour()).isEqualTo(3);
    }

    @Test
    void bearsNamesThatBeginWithNoLetter() {
        assertThat(names("🦙", "7 up", "ñ").after(M).favour()).isZero();
    }

    @Test
    void favoursNothingWithoutNames() {
        assertThat(names(" ").favours(SAR)).isFalse();
    }

    @Test
    void favoursCommandPhrasesLessThanNames() {
        PhraseTrie.Position start =
                PhraseTrie.of(List.of(), List.of("Sarah"), vocabulary).start();

        assertThat(start.after(SAR).favour()).isEqualTo(1.5);
    }

    @Test
    void favoursANameMoreAfterAWordThatIntroducesOne() {
        CommandPhrases commands = new CommandPhrases(List.of(), List.of(), List.of(), List.of(), List.of("Sam"));
        PhraseTrie.Position start =
                PhraseTrie.of(List.of("Sarah"), List.of(), commands, vocabulary).start();
        PhraseTrie.Position introduced = start.after(SA).after(M);

        assertThat(start.after(SAR).after(AH).favour()).isEqualTo(7);
        assertThat(introduced.after(SAR).after(AH).favour()).isEqualTo(9);
        assertThat(introduced.after(SAR).after(AH).after(SAR).after(AH).favour())
                .isEqualTo(9 + 7);
    }

    @Test
    void favoursBeginningsOfOrdersWhereOrdersBeginOnly() {
        CommandPhrases commands = new CommandPhrases(List.of(), List.of(), List.of("Sarah"), List.of("Sam"), List.of());
        PhraseTrie.Position start =
                PhraseTrie.of(List.of(), List.of(), commands, vocabulary).start();
        PhraseTrie.Position before = start.after(SA).after(M);

        assertThat(start.favours(SAR)).isTrue();
        assertThat(start.after(SAR).after(AH).favour()).isEqualTo(4);
        assertThat(start.after(SA).favours(SAR)).isFalse();
        assertThat(before.favours(SAR)).isTrue();
        assertThat(before.after(SAR).after(AH).atEnd().favour()).isEqualTo(4);
    }

    @Test
    void favoursWhatFollowsANameBehindANameOnly() {
        CommandPhrases commands = new CommandPhrases(List.of(), List.of("Sam"), List.of(), List.of(), List.of());
        PhraseTrie.Position start =
                PhraseTrie.of(List.of("Sarah"), List.of(), commands, vocabulary).start();

        assertThat(start.favours(SA)).isFalse();
        assertThat(start.after(SAR).after(AH).after(SA).after(M).atEnd().favour())
                .isEqualTo(7 + 4 + 2);
        assertThat(start.after(SAR).after(AH).after(SA).atEnd().favour()).isEqualTo(7);
    }

    private PhraseTrie.Position names(String... names) {
        return PhraseTrie.of(List.of(names), List.of(), vocabulary).start();
    }
}
