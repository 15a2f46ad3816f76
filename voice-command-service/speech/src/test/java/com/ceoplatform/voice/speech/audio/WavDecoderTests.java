package com.ceoplatform.voice.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavDecoderTests {

    private static final byte[] SECOND = TestAudio.data(1, 16, 1, TestAudio.tone(440, 16_000, 1));

    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.defaults());

    @ParameterizedTest
    @CsvSource({
        "1,8,1,16000",
        "1,16,1,16000",
        "1,16,2,48000",
        "1,24,2,44100",
        "1,32,1,8000",
        "3,32,1,22050",
        "3,64,2,96000"
    })
    void readsEveryEncodingChannelCountAndRate(int tag, int bits, int channels, int rate) {
        byte[] data = TestAudio.data(tag, bits, channels, TestAudio.tone(440, rate, 1));

        Audio audio = decoder.decode(TestAudio.wav(tag, bits, channels, rate, data));

        assertThat(audio.duration().toMillis()).isBetween(999L, 1000L);
        assertThat(TestAudio.frequency(audio.samples(), 16_000)).isCloseTo(440, within(2.0));
        assertThat(TestAudio.level(audio.samples())).isCloseTo(0.3535, within(0.01));
    }

    @Test
    void readsTheExtensibleFormatAndSkipsOtherChunks() {
        ByteBuffer wav =
                ByteBuffer.allocate(12 + 8 + 40 + 8 + 3 + 1 + 8 + SECOND.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(TestAudio.ascii("RIFF"))
                .putInt(0)
                .put(TestAudio.ascii("WAVEfmt "))
                .putInt(40);
        wav.putShort((short) 0xFFFE).putShort((short) 1).putInt(16_000).putInt(32_000);
        wav.putShort((short) 2).putShort((short) 16).putShort((short) 22).putShort((short) 16);
        wav.putInt(4).putShort((short) 1).put(new byte[14]);
        wav.put(TestAudio.ascii("LIST")).putInt(3).put(new byte[4]);
        wav.put(TestAudio.ascii("data")).putInt(SECOND.length).put(SECOND);

        assertThat(decoder.decode(wav.array()).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsToTheEndWhenTheEncoderDidNotKnowTheLength() {
        byte[] streamed = TestAudio.wav(1, 16, 1, 16_000, SECOND, 0xFFFFFFFF);

        assertThat(decoder.decode(streamed).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0x80000000, 0xFFFFFFFE, 32_002})
    void refusesAFileThatEndsBeforeItsDeclaredData(int declared) {
        assertFailure(TestAudio.wav(1, 16, 1, 16_000, SECOND, declared), SpeechFailure.CORRUPT_AUDIO);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 16, 20, 30, 36, 40, 43, 44})
    void refusesAFileCutOffInItsHeader(int length) {
        byte[] wav = TestAudio.wav(1, 16, 1, 16_000, SECOND);

        assertFailure(Arrays.copyOf(wav, length), SpeechFailure.CORRUPT_AUDIO);
    }

    @Test
    void refusesAFileWithoutSamples() {
        assertFailure(TestAudio.wav(1, 16, 1, 16_000, new byte[0]), SpeechFailure.CORRUPT_AUDIO);
    }

    @ParameterizedTest
    @CsvSource({"0,16000", "9,16000", "65535,16000", "1,0", "1,-1", "1,1", "1,2000000000"})
    void refusesChannelsAndRatesThatMakeNoSense(int channels, int rate) {
        assertFailure(TestAudio.wav(1, 16, channels, rate, SECOND), SpeechFailure.CORRUPT_AUDIO);
    }

    @ParameterizedTest
    @CsvSource({"7,8", "17,4", "1,12", "3,16"})
    void namesEncodingsItDoesNotKnow(int tag, int bits) {
        assertFailure(TestAudio.wav(tag, bits, 1, 16_000, SECOND), SpeechFailure.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesAudioThatLastsTooLong() {
        AudioDecoder strict = new AudioDecoder(new AudioLimits(1 << 20, Duration.ofMillis(900)));

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> strict.decode(TestAudio.wav(1, 16, 1, 16_000, SECOND)))
                .withMessage("The audio lasts 1.0 s, at most 0.9 s are accepted")
                .returns(SpeechFailure.TOO_LONG, SpeechException::failure);
    }

    @Test
    void boundsFloatSamplesThatAreNotSound() {
        ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(Float.NaN).putFloat(Float.POSITIVE_INFINITY).putFloat(-7).putFloat(0.25f);

        assertThat(decoder.decode(TestAudio.wav(3, 32, 1, 16_000, data.array())).samples())
                .containsExactly(0, 1, -1, 0.25f);
    }

    @Test
    void readsWhatTheEncoderWrites() {
        Audio audio = Audio.ofSamples(new float[] {0, 0.5f, -1, 1, 2});

        assertThat(decoder.decode(WavEncoder.encode(audio)).samples())
                .containsExactly(0, 0.5f, -1, 32_767 / 32_768f, 32_767 / 32_768f);
    }

    private void assertFailure(byte[] content, SpeechFailure expected) {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> decoder.decode(content))
                .returns(expected, SpeechException::failure);
    }
}
