package com.ceoplatform.voice.recognition;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.activity.LiveSpeech;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

    private final SpeechSettings settings;
    private final SpeechEngine engine;
    private final AudioDecoder decoder;
    private final Semaphore places;

    Listening(SpeechSettings settings, SpeechEngine engine) {
        this.settings = settings;
        this.engine = engine;
        this.decoder = new AudioDecoder(new AudioLimits(settings.maxBytes().toBytes(), settings.maxDuration()));
        this.places = new Semaphore(settings.parallel() + settings.queue(), true);
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
        if (!places.tryAcquire()) {
            throw new TooBusyException();
        }
        try {
            Audio decoded = decoder.decode(audio);
            SpeechRecogniser recogniser = engine.recogniser();
            return recogniser.recognise(decoded, hints).text();
        } catch (SpeechException failure) {
            throw problem(failure);
        } finally {
            places.release();
        }
    }

    /**
     * An utterance to be heard while it is spoken.
     *
     * @throws DomainException 503
     */
    public LiveSpeech live(Duration endOfSpeech) {
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
        if (!places.tryAcquire()) {
            throw new TooBusyException();
        }
        return recognised(audio, stretch, hints);
    }

    /** The same for words that nobody has to have: empty when a recogniser is not free at once. */
    public Optional<String> listenIfIdle(Audio audio, Stretch stretch, RecognitionHints hints) {
        if (places.availablePermits() <= settings.queue() || !places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(recognised(audio, stretch, hints));
    }

    private String recognised(Audio audio, Stretch stretch, RecognitionHints hints) {
        try {
            return engine.recogniser().recognise(audio, stretch, hints);
        } catch (SpeechException failure) {
            throw problem(failure);
        } finally {
            places.release();
        }
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
            case ENGINE_BUSY -> new TooBusyException();
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
