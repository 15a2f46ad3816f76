package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Add Sarah, and Mike. | add sarah and mike",
                "at ten thirty | at 10:30",
                "by the fifteenth | by the 15th",
                "eight tasks | 8 tasks",
                "the thirtieth | the 30th",
                "can’t | can't"
            })
    void makesNothingOfHowAWordIsWritten(String one, String other) {
        assertThat(Words.of(one)).isEqualTo(Words.of(other));
    }

    @Test
    void countsChangedMissingAndAddedWords() {
        assertThat(errors("tell Sarah now", "tell Sarah now")).isZero();
        assertThat(errors("tell Sarah now", "tell Seru now")).isEqualTo(1);
        assertThat(errors("tell Sarah now", "tell now")).isEqualTo(1);
        assertThat(errors("tell Sarah now", "and tell Sarah now then")).isEqualTo(2);
        assertThat(errors("tell Sarah now", "")).isEqualTo(3);
    }

    private static int errors(String said, String heard) {
        return Words.errors(Words.of(said), Words.of(heard));
    }
}
