package com.ceoplatform.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void leavesShortTextsAsTheyAre() {
        String text = "<script>alert('שלום')</script> 🚀";

        assertThat(Excerpt.of(text)).isEqualTo(text);
        assertThat(Excerpt.of("x".repeat(Excerpt.LENGTH))).hasSize(Excerpt.LENGTH);
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        String excerpt = Excerpt.of("🚀".repeat(Excerpt.LENGTH + 1));

        assertThat(excerpt).isEqualTo("🚀".repeat(Excerpt.LENGTH - 1) + "…");
    }
}
