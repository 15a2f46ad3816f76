package com.ceoplatform.voice.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.audio.WavEncoder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ListeningTests {

    private static final byte[] SOUND = WavEncoder.encode(Audio.ofSamples(new float[Audio.SAMPLE_RATE]));

    @Test
    void hearsWhatWasSaid() {
        assertThat(listening((audio, hints) -> transcript("create a task")).listen(SOUND, RecognitionHints.none()))
                .isEqualTo("create a task");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SPEECH, no_speech",
        "NOT_RECOGNISED, speech_not_recognised",
        "UNSUPPORTED_LANGUAGE, unsupported_language",
        "ENGINE_UNAVAILABLE, speech_unavailable"
    })
    void saysWhyItHeardNothing(SpeechFailure failure, String code) {
        Listening listening = listening((audio, hints) -> {
            throw new SpeechException(failure, "for the test");
        });

        assertThatThrownBy(() -> listening.listen(SOUND, RecognitionHints.none()))
                .isInstanceOf(DomainException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    void refusesAtOnceWhenTooManyAreWaiting() throws InterruptedException {
        CountDownLatch listeningNow = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Listening listening = listening((audio, hints) -> {
            listeningNow.countDown();
            await(enough);
            return transcript("first");
        });
        Thread first = Thread.startVirtualThread(() -> listening.listen(SOUND, RecognitionHints.none()));
        listeningNow.await();

        assertThatThrownBy(() -> listening.listen(SOUND, RecognitionHints.none()))
                .isInstanceOf(TooBusyException.class);

        enough.countDown();
        first.join();
        assertThat(listening.listen(SOUND, RecognitionHints.none())).isEqualTo("first");
    }

    @Test
    void keepsOneQueueForRecordingsAndLiveSpeech() throws InterruptedException {
        CountDownLatch listeningNow = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Listening listening = listening((audio, hints) -> {
            listeningNow.countDown();
            await(enough);
            return transcript("live");
        });
        Audio sound = Audio.ofSamples(new float[Audio.SAMPLE_RATE]);
        Stretch stretch = new Stretch(0, Audio.SAMPLE_RATE, 0, 0);
        Thread live = Thread.startVirtualThread(() -> listening.listen(sound, stretch, RecognitionHints.none()));
        listeningNow.await();

        assertThatThrownBy(() -> listening.listen(SOUND, RecognitionHints.none()))
                .isInstanceOf(TooBusyException.class);
        assertThatThrownBy(() -> listening.listen(sound, stretch, RecognitionHints.none()))
                .isInstanceOf(TooBusyException.class);
        assertThatThrownBy(() -> listening.live(Duration.ofSeconds(1))).isInstanceOf(TooBusyException.class);

        enough.countDown();
        live.join();
        assertThat(listening.glance(sound, stretch, RecognitionHints.none()).map(listening::words))
                .contains("live");
    }

    @Test
    void tellsWhatElseMayHaveBeenSaid() {
        Listening listening = listening(new Hesitant());

        assertThat(listening.alternatives(SOUND, RecognitionHints.none())).containsExactly("add Tom", "at home");
    }

    @Test
    void hearsNothingElseWhereNobodyCouldListenAgain() {
        Listening listening = listening((audio, hints) -> transcript("add Tom"));
        byte[] noAudio = {1, 2, 3};

        assertThat(listening.alternatives(SOUND, RecognitionHints.none())).isEmpty();
        assertThat(listening(new Hesitant()).alternatives(noAudio, RecognitionHints.none()))
                .isEmpty();
    }

    /** Cannot decide between two texts. */
    private static final class Hesitant implements SpeechRecogniser {

        @Override
        public Transcript recognise(Audio audio, RecognitionHints hints) {
            return transcript("at home");
        }

        @Override
        public List<String> alternatives(Audio audio, RecognitionHints hints) {
            return List.of("add Tom", "at home");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Transcript transcript(String text) {
        return new Transcript(
                text,
                List.of(),
                Duration.ofSeconds(1),
                new Transcript.Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    /** One at a time, and nobody may wait. */
    private static Listening listening(SpeechRecogniser recogniser) {
        SpeechSettings settings = new SpeechSettings(
                SpeechSettings.Recogniser.NONE,
                Path.of("models"),
                1,
                0,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(10),
                10,
                10,
                new SpeechSettings.Remote(URI.create("http://localhost"), "m", null, Duration.ofSeconds(1)));
        return new Listening(settings, new SpeechEngine(settings) {
            @Override
            SpeechRecogniser recogniser() {
                return recogniser;
            }
        });
    }
}
