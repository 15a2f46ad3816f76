package com.ceoplatform.voice.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixtures are two seconds of a 440 Hz tone, 48 kHz stereo, made with opusenc and ffmpeg. */
class AudioDecoderTests {

    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.defaults());

    @ParameterizedTest
    @ValueSource(strings = {"tone.opus", "tone.ogg", "tone.webm", "tone-live.webm", "tone.mp3", "tone.m4a"})
    void readsEveryCompressedFormat(String name) throws IOException {
        Audio audio = decoder.decode(fixture(name));

        assertThat(audio.duration().toMillis()).isBetween(1990L, 2060L);
        assertThat(TestAudio.frequency(audio.samples(), 16_000)).isCloseTo(440, within(8.0));
        assertThat(TestAudio.level(audio.samples())).isCloseTo(0.354, within(0.04));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.opus", "tone.ogg", "tone.webm", "tone-live.webm", "tone.mp3", "tone.m4a"})
    void answersDamagedFilesWithSoundOrATypedFailure(String name) throws IOException {
        byte[] sound = fixture(name);
        Random random = new Random(42);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
            for (int flips = random.nextInt(20); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertSoundOrTypedFailure(damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.opus", "tone.webm", "tone.mp3", "tone.m4a"})
    void stopsDecodingAtTheLongestAudioAccepted(String name) {
        AudioDecoder strict = new AudioDecoder(new AudioLimits(1 << 20, Duration.ofMillis(500)));

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> strict.decode(fixture(name)))
                .returns(SpeechFailure.TOO_LONG, SpeechException::failure);
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        AudioDecoder strict = new AudioDecoder(new AudioLimits(1000, Duration.ofMinutes(1)));

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> strict.decode(new byte[1001]))
                .withMessage("The audio has 1001 bytes, at most 1000 are accepted")
                .returns(SpeechFailure.TOO_LONG, SpeechException::failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"This is a text file named command.wav.", "<html></html>", "R", "{\"transcript\":\"hi\"}"})
    void refusesTextWhateverItIsCalled(String text) {
        assertFailure(text.getBytes(StandardCharsets.UTF_8), SpeechFailure.UNSUPPORTED_FORMAT);
        assertFailure(text.getBytes(StandardCharsets.UTF_16), SpeechFailure.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesNothing() {
        assertFailure(new byte[0], SpeechFailure.CORRUPT_AUDIO);
    }

    @Test
    void refusesMagicBytesWithNothingBehindThem() {
        assertFailure(TestAudio.ascii("OggS"), SpeechFailure.CORRUPT_AUDIO);
        assertFailure(TestAudio.ascii("ID3"), SpeechFailure.CORRUPT_AUDIO);
        assertFailure(TestAudio.ascii("\0\0\0\u0018ftypM4A "), SpeechFailure.CORRUPT_AUDIO);
        assertFailure(TestAudio.ascii("RIFF....WAVE"), SpeechFailure.CORRUPT_AUDIO);
        assertFailure(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, SpeechFailure.CORRUPT_AUDIO);
    }

    @Test
    void refusesAFilmWithoutSound() throws IOException {
        assertFailure(fixture("silent-picture.webm"), SpeechFailure.CORRUPT_AUDIO);
    }

    @Test
    void refusesACodecThatIsNotOnTheList() throws IOException {
        byte[] flac = fixture("flac.ogg");

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> decoder.decode(flac))
                .satisfies(e ->
                        assertThat(e.failure()).isIn(SpeechFailure.UNSUPPORTED_FORMAT, SpeechFailure.CORRUPT_AUDIO));
    }

    @Test
    void acceptsTwentyFiveMebibytesAndAMinuteByDefault() {
        assertThat(AudioLimits.defaults()).isEqualTo(new AudioLimits(26_214_400, Duration.ofSeconds(60)));
    }

    private void assertSoundOrTypedFailure(byte[] content) {
        try {
            assertThat(decoder.decode(content).samples()).isNotEmpty();
        } catch (SpeechException e) {
            assertThat(e.failure()).isIn(SpeechFailure.CORRUPT_AUDIO, SpeechFailure.UNSUPPORTED_FORMAT);
        }
    }

    private void assertFailure(byte[] content, SpeechFailure expected) {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> decoder.decode(content))
                .returns(expected, SpeechException::failure);
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = AudioDecoderTests.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
