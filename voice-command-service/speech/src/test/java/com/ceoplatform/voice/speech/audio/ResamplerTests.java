package com.ceoplatform.voice.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTests {

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 44_100, 44_101, 48_000, 96_000, 192_000})
    void keepsWhatBothRatesCanCarry(int rate) {
        float[] resampled = Resampler.resample(TestAudio.tone(1000, rate, 1), rate, 16_000);

        assertThat(resampled.length).isBetween(15_998, 16_000);
        float[] expected = TestAudio.tone(1000, 16_000, 1);
        for (int i = 500; i < 15_500; i++) {
            assertThat(resampled[i]).isCloseTo(expected[i], within(0.005f));
        }
    }

    @Test
    void removesWhatTheNewRateWouldFoldBack() {
        float[] resampled = Resampler.resample(TestAudio.tone(10_000, 48_000, 1), 48_000, 16_000);

        assertThat(TestAudio.level(resampled)).isLessThan(0.002);
    }

    @Test
    void leavesTheRightRateAlone() {
        float[] samples = TestAudio.tone(1000, 16_000, 0.1);

        assertThat(Resampler.resample(samples, 16_000, 16_000)).isSameAs(samples);
    }
}
