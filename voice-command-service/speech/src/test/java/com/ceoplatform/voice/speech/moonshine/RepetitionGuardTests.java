package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionGuardTests {

    @Test
    void letsHonestRepetitionPass() {
        assertThat(RepetitionGuard.repeatedTail(List.of())).isZero();
        assertThat(RepetitionGuard.repeatedTail(List.of(1, 2, 3, 4, 5, 6, 7, 8)))
                .isZero();
        assertThat(RepetitionGuard.repeatedTail(List.of(9, 5, 5, 5, 5))).isZero();
        assertThat(RepetitionGuard.repeatedTail(List.of(1, 2, 3, 1, 2, 3))).isZero();
    }

    @Test
    void noticesOneTokenOverAndOver() {
        assertThat(RepetitionGuard.repeatedTail(List.of(9, 5, 5, 5, 5, 5, 5, 5)))
                .isEqualTo(6);
    }

    @Test
    void noticesAPhraseOverAndOver() {
        assertThat(RepetitionGuard.repeatedTail(List.of(9, 1, 2, 3, 1, 2, 3, 1, 2, 3)))
                .isEqualTo(6);
    }

    @Test
    void noticesALongSentenceSaidTwice() {
        assertThat(RepetitionGuard.repeatedTail(List.of(1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7)))
                .isEqualTo(7);
    }
}
