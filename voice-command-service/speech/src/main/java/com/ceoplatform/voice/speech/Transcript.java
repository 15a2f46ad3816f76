package com.ceoplatform.voice.speech;

import java.time.Duration;
import java.util.List;

/**
 * What was said.
 *
 * @param text the whole utterance, never blank
 * @param segments its parts between pauses, in order; times are from the start of the audio
 * @param speech how much of the audio was speech
 */
public record Transcript(String text, List<Segment> segments, Duration speech, Timings timings) {

    public Transcript {
        segments = List.copyOf(segments);
    }

    /**
     * Whether every part of the speech became text. When not, words are missing that may change what was meant: better
     * ask than act.
     */
    public boolean isComplete() {
        return segments.stream().noneMatch(segment -> segment.text().isBlank());
    }

    /** A stretch of speech between two pauses; its text is empty when no words could be made out in it. */
    public record Segment(Duration start, Duration end, String text) {}

    /**
     * Where the time went.
     *
     * @param queued waiting for a free recogniser
     * @param detection finding the speech in the audio; zero where the recogniser does not say
     * @param recognition turning it into text
     */
    public record Timings(Duration queued, Duration detection, Duration recognition) {

        public Duration total() {
            return queued.plus(detection).plus(recognition);
        }
    }
}
