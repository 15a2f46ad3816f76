package com.ceoplatform.voice.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ceoplatform.voice.speech.Stretch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechChunkerTests {

    private static final int FRAME = 512;

    @Test
    void findsNothingInSilence() {
        assertThat(chunks(silence(100))).isEmpty();
        assertThat(chunks(new float[0])).isEmpty();
    }

    @Test
    void keepsAHundredMillisecondsBeforeAndTwoHundredAfter() {
        List<Stretch> chunks = chunks(concat(silence(20), speech(30), silence(20)));

        assertThat(chunks).containsExactly(new Stretch(20 * FRAME, 50 * FRAME, 1600, 3200));
    }

    @Test
    void takesNoMoreMarginThanTheAudioHas() {
        List<Stretch> chunks = SpeechChunker.stretches(concat(silence(1), speech(30)), 31 * FRAME - 100);

        assertThat(chunks).containsExactly(new Stretch(FRAME, 31 * FRAME - 100, 512, 0));
    }

    @Test
    void staysTogetherThroughAShortPauseAndSplitsAtALongOne() {
        assertThat(chunks(concat(speech(20), silence(11), speech(20)))).hasSize(1);
        assertThat(chunks(concat(speech(20), silence(13), speech(20))))
                .extracting(Stretch::start, Stretch::end)
                .containsExactly(tuple(0, 20 * FRAME), tuple(33 * FRAME, 53 * FRAME));
    }

    @Test
    void overhearsAClick() {
        assertThat(chunks(concat(silence(10), speech(3), silence(20)))).isEmpty();
    }

    @Test
    void cutsEndlessSpeechWhereItIsLeastLikeSpeech() {
        float[] probabilities = speech(600);
        probabilities[400] = 0.4f;

        List<Stretch> chunks = chunks(probabilities);

        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).end()).isEqualTo(chunks.get(1).start()).isBetween(399 * FRAME, 401 * FRAME);
        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(chunk.lead() + chunk.length() + chunk.tail()).isLessThanOrEqualTo(14 * 16_000));
    }

    private static List<Stretch> chunks(float[] probabilities) {
        return SpeechChunker.stretches(probabilities, probabilities.length * FRAME);
    }

    private static float[] silence(int frames) {
        return filled(frames, 0.02f);
    }

    private static float[] speech(int frames) {
        return filled(frames, 0.95f);
    }

    private static float[] filled(int frames, float value) {
        float[] probabilities = new float[frames];
        Arrays.fill(probabilities, value);
        return probabilities;
    }

    private static float[] concat(float[]... parts) {
        float[] all =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
