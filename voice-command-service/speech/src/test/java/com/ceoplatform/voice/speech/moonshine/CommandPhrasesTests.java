package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandPhrasesTests {

    private final CommandPhrases english = CommandPhrases.english();

    @Test
    void knowsDueDatesAndPriorities() {
        assertThat(english.anywhere())
                .contains("due Friday", "due tomorrow", "due next week", "high priority", "low priority", "urgent");
        assertThat(english.afterName()).contains("due Friday").allMatch(phrase -> phrase.startsWith("due "));
    }

    @Test
    void knowsHowOrdersBeginAndWhatComesBeforeThemAndBeforeNames() {
        assertThat(english.beginnings()).contains("Create", "Add", "give", "Set up");
        assertThat(english.beforeOrder()).contains(".", "and", "then");
        assertThat(english.beforeName()).contains("for", "Remind", "with");
    }

    @Test
    void holdsEachPhraseOnce() {
        assertThat(Stream.of(
                        english.anywhere(),
                        english.afterName(),
                        english.beginnings(),
                        english.beforeOrder(),
                        english.beforeName()))
                .allSatisfy(section -> assertThat((List<String>) section)
                        .doesNotHaveDuplicates()
                        .noneMatch(phrase -> phrase.isBlank() || phrase.startsWith("#")));
    }
}
