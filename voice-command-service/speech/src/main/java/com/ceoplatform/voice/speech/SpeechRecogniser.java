package com.ceoplatform.voice.speech;

/** Turns speech into text. Implementations are safe for concurrent use and bound their own parallelism. */
public interface SpeechRecogniser extends AutoCloseable {

    /**
     * Blocks until the text is there.
     *
     * @throws SpeechException with the {@link SpeechFailure} that says why there is none
     */
    Transcript recognise(Audio audio, RecognitionHints hints);

    /** Loads and exercises whatever the first recognition would otherwise have to wait for. */
    default void warmUp() {}

    @Override
    default void close() {}
}
