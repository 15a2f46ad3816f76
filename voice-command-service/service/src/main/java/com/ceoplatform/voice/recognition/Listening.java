package com.ceoplatform.voice.recognition;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.recognition.RecogniserThreads.Courtesy;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.activity.LiveSpeech;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Turns audio into text, or into the problem that says why not. Recordings and live speech wait in one queue, and only so
 * many of them.
 */
@Service
public class Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    /** From asking to the words; a minute of speech takes a quarter of it. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SpeechSettings settings;
    private final SpeechEngine engine;
    private final AudioDecoder decoder;
    private final RecogniserThreads threads;

    Listening(SpeechSettings settings, SpeechEngine engine) {
        this.settings = settings;
        this.engine = engine;
        this.decoder = new AudioDecoder(new AudioLimits(settings.maxBytes().toBytes(), settings.maxDuration()));
        this.threads = new RecogniserThreads(settings.parallel(), settings.queue());
    }

    /**
     * What was said.
     *
     * @throws DomainException 413, 422, 503
     * @throws TooBusyException 429
     */
    public String listen(byte[] audio, RecognitionHints hints) {
        if (audio.length > settings.maxBytes().toBytes()) {
            throw new DomainException(
                    ErrorKind.TOO_LARGE,
                    "payload_too_large",
                    "The audio is larger than " + settings.maxBytes().toMegabytes() + " MB.");
        }
        return words(threads.need(() -> {
            // First, so that a recording that is none is refused for that even where nothing can be recognised.
            Audio sound = decoder.decode(audio);
            return engine.recogniser().recognise(sound, hints).text();
        }));
    }

    /**
     * An utterance to be heard while it is spoken.
     *
     * @throws DomainException 503
     * @throws TooBusyException when so much is waiting that its words would be refused
     */
    public LiveSpeech live(Duration endOfSpeech) {
        if (!threads.hasPlace()) {
            throw TooBusyException.speech();
        }
        try {
            return new LiveSpeech(engine.detector(), endOfSpeech);
        } catch (SpeechException failure) {
            throw problem(failure);
        }
    }

    /**
     * The words of a stretch of live speech, which waits its turn in the same queue as recordings do.
     *
     * @throws DomainException 503
     * @throws TooBusyException when the queue is full
     */
    public String listen(Audio audio, Stretch stretch, RecognitionHints hints) {
        return words(threads.need(recognition(audio, stretch, hints)));
    }

    /** The same for words that will probably be wanted: they take their turn unless much is waiting already. */
    public Optional<Future<String>> anticipate(Audio audio, Stretch stretch, RecognitionHints hints) {
        return threads.offer(recognition(audio, stretch, hints), Courtesy.LIKELY);
    }

    /** The same for words that nobody has to have: rarely begun, and given up when somebody needs the recogniser. */
    public Optional<Future<String>> glance(Audio audio, Stretch stretch, RecognitionHints hints) {
        return threads.offer(recognition(audio, stretch, hints), Courtesy.DISPENSABLE);
    }

    /** What may have been said, likeliest first: nothing unless a recogniser is idle, and nothing when it fails. */
    public List<String> alternatives(byte[] audio, RecognitionHints hints) {
        return threads.offer(() -> heardBesides(audio, hints), Courtesy.HELPFUL)
                .map(this::awaited)
                .orElse(List.of());
    }

    private List<String> heardBesides(byte[] audio, RecognitionHints hints) {
        try {
            return engine.recogniser().alternatives(decoder.decode(audio), hints);
        } catch (SpeechException failure) {
            LOG.info("Nothing else was heard: {} {}", failure.failure(), failure.getMessage());
            return List.of();
        }
    }

    private Callable<String> recognition(Audio audio, Stretch stretch, RecognitionHints hints) {
        return () -> engine.recogniser().recognise(audio, stretch, hints);
    }

    /**
     * Waits for words that were begun.
     *
     * @throws DomainException 413, 422, 503
     * @throws TooBusyException when it takes too long
     * @throws CancellationException when they were given up
     */
    public String words(Future<String> begun) {
        return awaited(begun);
    }

    private <T> T awaited(Future<T> begun) {
        try {
            return begun.get(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw problem(failed);
        } catch (TimeoutException late) {
            begun.cancel(true);
            throw TooBusyException.speech();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            begun.cancel(true);
            throw DomainException.unavailable("The service is stopping.");
        }
    }

    private RuntimeException problem(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SpeechException failure -> problem(failure);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(failed);
        };
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    private RuntimeException problem(SpeechException failure) {
        LOG.info("No transcript: {} {}", failure.failure(), failure.getMessage());
        return problem(failure.failure());
    }

    /** What a client is told. */
    public RuntimeException problem(SpeechFailure failure) {
        return switch (failure) {
            case NO_SPEECH -> invalid("no_speech", "Nobody speaks in this audio.");
            case NOT_RECOGNISED -> invalid("speech_not_recognised", "No words could be made out; please say it again.");
            case TOO_LONG ->
                invalid(
                        "audio_too_long",
                        "The audio is longer than " + settings.maxDuration().toSeconds() + " seconds.");
            case UNSUPPORTED_FORMAT ->
                invalid("unsupported_audio", "This is not audio; WAV, Ogg, WebM, MP3 and M4A are understood.");
            case CORRUPT_AUDIO -> invalid("corrupt_audio", "The audio is empty, cut off or damaged.");
            case UNSUPPORTED_LANGUAGE -> invalid("unsupported_language", "The recogniser does not know this language.");
            case ENGINE_BUSY -> TooBusyException.speech();
            case ENGINE_UNAVAILABLE ->
                new DomainException(
                        ErrorKind.UNAVAILABLE,
                        "speech_unavailable",
                        "Speech cannot be recognised right now: " + engine.reason() + " Text commands work.");
        };
    }

    private static DomainException invalid(String code, String detail) {
        return new DomainException(ErrorKind.INVALID, code, detail);
    }
}
