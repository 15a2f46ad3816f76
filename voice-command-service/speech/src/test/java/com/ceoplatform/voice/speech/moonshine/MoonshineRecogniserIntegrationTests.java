package com.ceoplatform.voice.speech.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real models, downloaded when they are not there. The clips are synthetic speech made with flite's slt. */
class MoonshineRecogniserIntegrationTests {

    private static final String SPRING_LAUNCH = "Create a channel for the spring launch, add Sarah and Mike, and give"
            + " Sarah a task to write the content plan due Friday with high priority";
    private static final List<String> DIRECTORY = List.of(
            "Sarah Chen",
            "Mike Johnson",
            "Priya Sharma",
            "Mateo Alvarez",
            "Siobhan Murphy",
            "Xiomara Delgado",
            "Anders Lindqvist",
            "Fatima Al-Sayed",
            "Wei Zhang",
            "Dana Novak",
            "Tom Becker",
            "Aisha Okafor");
    private static final List<String> ORGANISATION = List.of(
            "Sarah Chen",
            "Mike Torres",
            "Priya Raman",
            "Daniel Okafor",
            "Elena Petrova",
            "Robert Hayes",
            "Grace Mbeki",
            "Tom Becker",
            "Aisha Khan",
            "Lucas Silva",
            "Hannah Weiss",
            "Kenji Sato",
            "Nina Kowalski",
            "Olivia Grant",
            "Carlos Mendez",
            "Marcus Reed",
            "Pritam Singh",
            "Hiroshi Tanaka",
            "Duncan Frey",
            "Alex Morgan",
            "Company News",
            "Leadership",
            "Marketing",
            "Website Relaunch",
            "Quarterly budget review",
            "Landing page design");

    private static SpeechModels models;
    private static MoonshineRecogniser recogniser;

    @BeforeAll
    static void loadModels() {
        models = new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
        recogniser = MoonshineRecogniser.load(models, MoonshineSettings.defaults());
        recogniser.warmUp();
    }

    @AfterAll
    static void closeModels() {
        if (recogniser != null) {
            recogniser.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            task-for-mike        | Create a task for Mike to review the budget by next Monday
            message-to-marketing | Send a message to the marketing channel saying the meeting starts at ten
            name-free            | Please show me everything that is overdue and schedule a meeting about the \
            quarterly numbers tomorrow
            """)
    void understandsClearCommands(String clip, String said) {
        Transcript transcript = recogniser.recognise(clip(clip), RecognitionHints.ofNames(DIRECTORY));

        assertThat(WordErrors.rate(said, transcript.text()))
                .as(transcript.text())
                .isLessThan(0.1);
    }

    @Test
    void understandsALongCommandWithNames() {
        Transcript transcript = recogniser.recognise(clip("spring-launch"), RecognitionHints.ofNames(DIRECTORY));

        assertThat(transcript.text()).contains("Sarah and Mike");
        assertThat(WordErrors.rate(SPRING_LAUNCH, transcript.text()))
                .as(transcript.text())
                .isLessThan(0.1);
        assertThat(transcript.speech()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
    }

    @Test
    void namesDoNotDisplaceTheWordsOfACommand() {
        Transcript transcript = recogniser.recognise(clip("spring-launch"), RecognitionHints.ofNames(ORGANISATION));

        assertThat(transcript.text()).contains("Sarah and Mike", "give Sarah", "Friday with high priority");
        assertThat(WordErrors.rate(SPRING_LAUNCH, transcript.text()))
                .as(transcript.text())
                .isLessThan(0.05);
    }

    @Test
    void hearsNamesItWasToldBetter() {
        Audio clip = clip("spring-launch-fast");

        String unaided = recogniser.recognise(clip, RecognitionHints.none()).text();
        String aided =
                recogniser.recognise(clip, RecognitionHints.ofNames(DIRECTORY)).text();

        assertThat(WordErrors.rate(SPRING_LAUNCH, aided))
                .as("%s / %s", unaided, aided)
                .isLessThan(WordErrors.rate(SPRING_LAUNCH, unaided));
        assertThat(aided).contains("Sarah and Mike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name-free", "message-to-marketing"})
    void inventsNoNameWhereNoneWasSaid(String clip) {
        String unaided =
                recogniser.recognise(clip(clip), RecognitionHints.none()).text();
        String aided = recogniser
                .recognise(clip(clip), RecognitionHints.ofNames(DIRECTORY))
                .text();

        assertThat(aided).isEqualTo(unaided);
    }

    @Test
    void understandsSpeechAfterALongSilence() {
        float[] speech = clip("task-for-mike").samples();
        float[] delayed = new float[speech.length + 5 * Audio.SAMPLE_RATE];
        System.arraycopy(speech, 0, delayed, 5 * Audio.SAMPLE_RATE, speech.length);

        Transcript transcript = recogniser.recognise(Audio.ofSamples(delayed), RecognitionHints.none());

        assertThat(transcript.text()).containsIgnoringCase("review the budget");
        assertThat(transcript.segments().getFirst().start())
                .isBetween(Duration.ofMillis(4900), Duration.ofMillis(5300));
    }

    @Test
    void splitsAtPausesAndKeepsTheOrder() {
        float[] first = clip("task-for-mike").samples();
        float[] second = clip("message-to-marketing").samples();
        float[] both = Arrays.copyOf(first, first.length + Audio.SAMPLE_RATE + second.length);
        System.arraycopy(second, 0, both, first.length + Audio.SAMPLE_RATE, second.length);

        Transcript transcript = recogniser.recognise(Audio.ofSamples(both), RecognitionHints.none());

        assertThat(transcript.segments()).hasSize(2);
        assertThat(transcript.text()).containsSubsequence("review the budget", "marketing channel");
    }

    @Test
    void hearsNobodyInSilenceNoiseAndMusic() {
        Random random = new Random(7);
        assertNoSpeech(sound(seconds -> 0));
        assertNoSpeech(sound(seconds -> 0.3 * random.nextGaussian()));
        assertNoSpeech(sound(seconds -> 0.001 * random.nextGaussian()));
        assertNoSpeech(sound(seconds -> 0.2
                * (Math.sin(seconds * 2 * Math.PI * 262)
                        + Math.sin(seconds * 2 * Math.PI * 330)
                        + Math.sin(seconds * 2 * Math.PI * 392))
                * Math.exp(-3 * (seconds % 0.5))));
        assertNoSpeech(Audio.ofSamples(new float[0]));
    }

    @Test
    void refusesALanguageItDoesNotKnow() {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> recogniser.recognise(
                        clip("task-for-mike"), new RecognitionHints(List.of(), List.of(), Locale.GERMANY)))
                .withMessage("The embedded recogniser knows English only, not de-DE")
                .returns(SpeechFailure.UNSUPPORTED_LANGUAGE, SpeechException::failure);
    }

    @Test
    void givesTheSameAnswerToSeveralAtOnce() {
        Audio clip = clip("task-for-mike");
        String alone = recogniser.recognise(clip, RecognitionHints.none()).text();

        List<String> together = IntStream.range(0, 4)
                .parallel()
                .mapToObj(
                        i -> recogniser.recognise(clip, RecognitionHints.none()).text())
                .toList();

        assertThat(together).containsOnly(alone);
    }

    @Test
    void splitsTextLikeTheTokenizerItsVocabularyComesFrom() {
        LlamaVocabulary vocabulary = LlamaVocabulary.read(models.vocabulary());

        assertThat(vocabulary.encode("grabbed")).containsExactly(2646, 1327, 287);
        assertThat(vocabulary.encode("🦙")).containsExactly(29871, 243, 162, 169, 156);
        assertThat(vocabulary.decode(List.of(1, 450, 11148, 3304, 2))).isEqualTo("The llama");
    }

    @Test
    void runsTwoAtATimeByDefault() {
        assertThat(MoonshineSettings.defaults()).isEqualTo(new MoonshineSettings(2, Duration.ofSeconds(10)));
    }

    private static void assertNoSpeech(Audio audio) {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> recogniser.recognise(audio, RecognitionHints.ofNames(DIRECTORY)))
                .returns(SpeechFailure.NO_SPEECH, SpeechException::failure);
    }

    private static Audio sound(DoubleUnaryOperator wave) {
        float[] samples = new float[4 * Audio.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) wave.applyAsDouble(i / (double) Audio.SAMPLE_RATE);
        }
        return Audio.ofSamples(samples);
    }

    private static Audio clip(String name) {
        String resource = "/com/ceoplatform/voice/speech/" + name + ".wav";
        try (InputStream in = MoonshineRecogniserIntegrationTests.class.getResourceAsStream(resource)) {
            return new AudioDecoder(AudioLimits.defaults()).decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
