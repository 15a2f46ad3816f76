package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandPhrasesTests {

    @Test
    void knowsDueDatesAndPriorities() {
        assertThat(CommandPhrases.english())
                .contains("due Friday", "due tomorrow", "due next week", "high priority", "low priority", "urgent")
                .doesNotHaveDuplicates()
                .noneMatch(phrase -> phrase.isBlank() || phrase.startsWith("#"));
    }
}
