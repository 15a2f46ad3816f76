package com.ceoplatform.voice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitPreferenceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=3 | 3",
                "respond-async, wait=0 | 0",
                "wait = \"7\"; foo | 7",
                "wait=60 | 10",
                "wait=soon | 10",
                "await=3 | 10",
                "| 10"
            })
    void readsHowLongTheClientWaits(@Nullable String header, long seconds) {
        assertThat(WaitPreference.of(header)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
