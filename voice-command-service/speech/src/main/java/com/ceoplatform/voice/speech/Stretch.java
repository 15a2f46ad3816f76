package com.ceoplatform.voice.speech;

/**
 * A stretch of speech between two pauses, in samples, without any margin.
 *
 * @param lead samples before the start that may be given to the recogniser with it
 * @param tail samples after the end, likewise
 */
public record Stretch(int start, int end, int lead, int tail) {

    public int length() {
        return end - start;
    }

    /** The first sample, margin included. */
    public int from() {
        return start - lead;
    }

    /** The sample after the last, margin included. */
    public int to() {
        return end + tail;
    }

    /** The same stretch in audio that holds nothing else. */
    public Stretch alone() {
        return new Stretch(lead, lead + length(), lead, tail);
    }
}
