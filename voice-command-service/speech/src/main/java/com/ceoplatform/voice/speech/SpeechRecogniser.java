package com.ceoplatform.voice.speech;

import java.util.Arrays;
import java.util.List;

/**
 * Turns speech into text. Implementations are safe for concurrent use, bound their own parallelism, and stop soon, with whatever
 * exception, when their thread is interrupted.
 */
public interface SpeechRecogniser extends AutoCloseable {

    /**
     * Blocks until the text is there.
     *
     * @throws SpeechException with the {@link SpeechFailure} that says why there is none
     */
    Transcript recognise(Audio audio, RecognitionHints hints);

    /**
     * The words of one stretch of speech; empty when none could be made out.
     *
     * @throws SpeechException when nothing can be recognised at all
     */
    default String recognise(Audio audio, Stretch stretch, RecognitionHints hints) {
        float[] alone = Arrays.copyOfRange(audio.samples(), stretch.from(), stretch.to());
        try {
            return recognise(Audio.ofSamples(alone), hints).text();
        } catch (SpeechException failure) {
            return switch (failure.failure()) {
                case NO_SPEECH, NOT_RECOGNISED -> "";
                case TOO_LONG,
                        UNSUPPORTED_FORMAT,
                        CORRUPT_AUDIO,
                        UNSUPPORTED_LANGUAGE,
                        ENGINE_BUSY,
                        ENGINE_UNAVAILABLE -> throw failure;
            };
        }
    }

    /**
     * What may have been said, likeliest first, for when what {@link #recognise} answers makes no sense. Blocks like it.
     * Empty when the recogniser knows of nothing else.
     *
     * @throws SpeechException when nothing can be recognised at all
     */
    default List<String> alternatives(Audio audio, RecognitionHints hints) {
        return List.of();
    }

    /** Loads and exercises whatever the first recognition would otherwise have to wait for. */
    default void warmUp() {}

    @Override
    default void close() {}
}
