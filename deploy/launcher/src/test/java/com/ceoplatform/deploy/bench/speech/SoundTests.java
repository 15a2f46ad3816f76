package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTests {

    @TempDir
    private Path directory;

    @Test
    void comesBackFromTheFileItWasWrittenTo() throws IOException {
        Path file = directory.resolve("tone.wav");
        Sound tone = tone(8_000, 4_000);
        Files.write(file, tone.wav());

        Sound read = Sound.read(file);

        assertThat(read.bytes(0, read.length())).isEqualTo(tone.bytes(0, tone.length()));
        assertThat(read.seconds()).isEqualTo(0.75);
    }

    @Test
    void refusesWhatIsNoSound() throws IOException {
        Path file = Files.writeString(directory.resolve("text.wav"), "not a sound, but long enough to look like one");

        assertThatIOException().isThrownBy(() -> Sound.read(file));
    }

    @Test
    void knowsWhereSpeechEnds() {
        assertThat(tone(8_000, 4_000).endOfSpeech()).isBetween(7_900, 8_200);
    }

    @Test
    void goesOnAsSilence() {
        assertThat(tone(16, 0).bytes(16, 20)).containsOnly(0).hasSize(8);
    }

    @Test
    void mixesInAsMuchNoiseAsIsAskedFor() {
        Sound tone = tone(32_000, 0);
        Sound noisy = tone.withNoise(15, 7);

        double noise = 0;
        double speech = 0;
        for (int at = 0; at < tone.length(); at++) {
            double clean = sample(tone, at);
            noise += Math.pow(sample(noisy, at) - clean, 2);
            speech += clean * clean;
        }
        assertThat(10 * Math.log10(speech / noise)).isCloseTo(15, within(0.5));
        assertThat(tone.withNoise(15, 7).wav()).isEqualTo(noisy.wav());
    }

    private static double sample(Sound sound, int at) {
        byte[] bytes = sound.bytes(at, at + 1);
        return (short) ((bytes[1] << 8) | (bytes[0] & 0xff));
    }

    private static Sound tone(int samples, int silence) {
        short[] wave = new short[samples + silence];
        for (int at = 0; at < samples; at++) {
            wave[at] = (short) (10_000 * Math.sin(at * 0.3));
        }
        return new Sound(wave);
    }
}
