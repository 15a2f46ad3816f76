package com.ceoplatform.voice.speech.moonshine;

/**
 * A stretch of speech, in samples, without any margin.
 *
 * @param lead samples before the start that may be given to the recogniser with it
 * @param tail samples after the end, likewise
 */
record Chunk(int start, int end, int lead, int tail) {

    int length() {
        return end - start;
    }
}
