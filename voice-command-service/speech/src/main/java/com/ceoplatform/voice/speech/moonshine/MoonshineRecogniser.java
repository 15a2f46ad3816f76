package com.ceoplatform.voice.speech.moonshine;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.RecognitionSlots;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.Transcript.Segment;
import com.ceoplatform.voice.speech.Transcript.Timings;
import com.ceoplatform.voice.speech.activity.SpeechChunker;
import com.ceoplatform.voice.speech.activity.VoiceActivityDetector;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognises English on this machine, without any network. About 650 MB of native memory. */
public final class MoonshineRecogniser implements SpeechRecogniser {

    private static final Logger log = LoggerFactory.getLogger(MoonshineRecogniser.class);
    /** The second try when the first margin made the model fall silent. */
    private static final int OTHER_LEAD = 0;

    /** Beginnings followed at a time: eight find few more that are right and take half as long again. */
    private static final int WIDTH = 4;

    private static final int ALTERNATIVES_WIDTH = 8;
    private static final int ALTERNATIVES = 8;

    private static final double FEWEST_CHARACTERS_PER_SECOND = 4;
    /** Seconds of speech that hold more than a word that is drawn out. */
    private static final double LONG_ENOUGH = 1.5;

    private final MoonshineModel model;
    private final VoiceActivityDetector detector;
    private final LlamaVocabulary vocabulary;
    private final FavouredPhrases phrases;
    private final RecognitionSlots slots;

    private MoonshineRecogniser(SpeechModels models, MoonshineSettings settings) {
        this.vocabulary = LlamaVocabulary.read(models.vocabulary());
        this.phrases = new FavouredPhrases(vocabulary);
        this.detector = new VoiceActivityDetector(models.voiceActivity());
        this.model = new MoonshineModel(models);
        this.slots = new RecognitionSlots(settings.parallel(), settings.maxWait());
    }

    /**
     * Loads the models.
     *
     * @throws SpeechException ENGINE_UNAVAILABLE when they do not load on this machine
     */
    public static MoonshineRecogniser load(SpeechModels models, MoonshineSettings settings) {
        return new MoonshineRecogniser(
                requireNonNull(models, "models is null"), requireNonNull(settings, "settings is null"));
    }

    @Override
    public Transcript recognise(Audio audio, RecognitionHints hints) {
        requireEnglish(hints.locale());
        Duration queued = slots.acquire();
        try {
            return recognise(audio, hints, queued);
        } finally {
            slots.release();
        }
    }

    @Override
    public String recognise(Audio audio, Stretch stretch, RecognitionHints hints) {
        requireEnglish(hints.locale());
        slots.acquire();
        try {
            return words(audio.samples(), stretch, phrases.of(hints));
        } finally {
            slots.release();
        }
    }

    @Override
    public List<String> alternatives(Audio audio, RecognitionHints hints) {
        requireEnglish(hints.locale());
        slots.acquire();
        try {
            PhraseTrie favoured = phrases.of(hints);
            Alternatives alternatives = new Alternatives(ALTERNATIVES);
            for (Stretch stretch : stretches(audio)) {
                float[] samples = Arrays.copyOfRange(audio.samples(), stretch.from(), stretch.to());
                alternatives.add(model.texts(samples, favoured, ALTERNATIVES_WIDTH, ALTERNATIVES), vocabulary::decode);
            }
            return alternatives.texts();
        } finally {
            slots.release();
        }
    }

    private List<Stretch> stretches(Audio audio) {
        return SpeechChunker.stretches(detector.probabilities(audio.samples()), audio.samples().length);
    }

    private Transcript recognise(Audio audio, RecognitionHints hints, Duration queued) {
        long start = System.nanoTime();
        List<Stretch> stretches = stretches(audio);
        long detected = System.nanoTime();
        if (stretches.isEmpty()) {
            throw new SpeechException(
                    SpeechFailure.NO_SPEECH,
                    "Nobody speaks in the %d ms of audio"
                            .formatted(audio.duration().toMillis()));
        }
        PhraseTrie favoured = phrases.of(hints);
        List<Segment> segments = stretches.stream()
                .map(stretch -> segment(audio.samples(), stretch, favoured))
                .toList();
        Timings timings =
                new Timings(queued, Duration.ofNanos(detected - start), Duration.ofNanos(System.nanoTime() - detected));
        Transcript transcript = new Transcript(text(segments), segments, speech(stretches), timings);
        log.debug("Recognised {} of speech in {}", transcript.speech(), timings);
        return transcript;
    }

    private Segment segment(float[] samples, Stretch stretch, PhraseTrie favoured) {
        String text = words(samples, stretch, favoured);
        return new Segment(Audio.durationOf(stretch.start()), Audio.durationOf(stretch.end()), text);
    }

    private String words(float[] samples, Stretch stretch, PhraseTrie favoured) {
        String words = words(samples, stretch.from(), stretch.to(), favoured);
        if (!isTooLittle(words, stretch)) {
            return words;
        }
        String others = words(samples, stretch.start() - OTHER_LEAD, stretch.to(), favoured);
        return others.length() > words.length() ? others : words;
    }

    /** Nobody speaks that slowly: the model has fallen silent in the middle. */
    private static boolean isTooLittle(String words, Stretch stretch) {
        double seconds = stretch.length() / (double) Audio.SAMPLE_RATE;
        return words.isEmpty() || (seconds > LONG_ENOUGH && words.length() < FEWEST_CHARACTERS_PER_SECOND * seconds);
    }

    private String words(float[] samples, int from, int to, PhraseTrie favoured) {
        float[] stretch = Arrays.copyOfRange(samples, from, to);
        return vocabulary.decode(
                model.texts(stretch, favoured, WIDTH, 1).getFirst().tokens());
    }

    private static String text(List<Segment> segments) {
        String text = segments.stream()
                .map(Segment::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            throw new SpeechException(SpeechFailure.NOT_RECOGNISED, "Someone speaks, but no words could be made out");
        }
        return text;
    }

    private static Duration speech(List<Stretch> stretches) {
        return Audio.durationOf(stretches.stream().mapToInt(Stretch::length).sum());
    }

    private static void requireEnglish(Locale locale) {
        String language = locale.getLanguage();
        if (!language.isEmpty() && !language.equals(Locale.ENGLISH.getLanguage())) {
            throw new SpeechException(
                    SpeechFailure.UNSUPPORTED_LANGUAGE,
                    "The embedded recogniser knows English only, not " + locale.toLanguageTag());
        }
    }

    /** The first run of a model allocates its memory: two seconds of silence through each of them. */
    @Override
    public void warmUp() {
        float[] silence = new float[2 * Audio.SAMPLE_RATE];
        detector.probabilities(silence);
        model.texts(silence, phrases.of(RecognitionHints.none()), WIDTH, 1);
    }

    /** Waits for the recognitions under way. */
    @Override
    public void close() {
        slots.shutDown();
        model.close();
        detector.close();
    }
}
