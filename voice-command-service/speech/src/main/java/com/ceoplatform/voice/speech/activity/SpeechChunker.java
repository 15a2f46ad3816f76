package com.ceoplatform.voice.speech.activity;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts audio into stretches of speech: at every pause of 400 ms, and where speech goes on for too long, at the moment
 * least like speech. The model was trained on short utterances and returns nothing after a long silence.
 */
public final class SpeechChunker {

    private static final int MILLISECOND = Audio.SAMPLE_RATE / 1000;
    private static final int FRAME = VoiceActivityDetector.FRAME;
    private static final int LEAD = 100 * MILLISECOND;
    /** Samples after a stretch that are given to the model with it. */
    static final int TAIL = 200 * MILLISECOND;
    /** Frames of silence that end a stretch. */
    static final int PAUSE_FRAMES = 400 * MILLISECOND / FRAME;
    /** 14 s with the margins. */
    private static final int MAX_FRAMES = (14_000 * MILLISECOND - LEAD - TAIL) / FRAME;
    /** Clicks and coughs are shorter than the shortest word. */
    private static final int MIN_FRAMES = 4;

    private static final float SPEECH_STARTS = 0.5f;
    private static final float SPEECH_GOES_ON = 0.35f;

    private SpeechChunker() {}

    /** From the probability of speech in each frame. */
    public static List<Stretch> stretches(float[] probabilities, int samples) {
        List<Stretch> stretches = new ArrayList<>();
        int from = firstSpeech(probabilities, 0);
        while (from < probabilities.length) {
            int to = endOfSpeech(probabilities, from);
            if (to - from >= MIN_FRAMES) {
                addSplit(stretches, probabilities, from, to, samples);
            }
            from = firstSpeech(probabilities, to);
        }
        return stretches;
    }

    /** Whether somebody may be about to speak. */
    static boolean starts(float probability) {
        return probability >= SPEECH_STARTS;
    }

    private static int firstSpeech(float[] probabilities, int from) {
        int frame = from;
        while (frame < probabilities.length && !starts(probabilities[frame])) {
            frame++;
        }
        return frame;
    }

    /** The frame after the last one of speech before a pause. */
    private static int endOfSpeech(float[] probabilities, int from) {
        int end = from + 1;
        for (int frame = from + 1; frame < probabilities.length && frame - end < PAUSE_FRAMES; frame++) {
            if (probabilities[frame] >= SPEECH_GOES_ON) {
                end = frame + 1;
            }
        }
        return end;
    }

    private static void addSplit(List<Stretch> stretches, float[] probabilities, int from, int to, int samples) {
        int lead = Math.min(LEAD, from * FRAME);
        int start = from;
        while (to - start > MAX_FRAMES) {
            int cut = quietest(probabilities, start + MAX_FRAMES / 2, start + MAX_FRAMES);
            stretches.add(new Stretch(start * FRAME, cut * FRAME, lead, 0));
            start = cut;
            lead = 0;
        }
        int end = Math.min(to * FRAME, samples);
        stretches.add(new Stretch(start * FRAME, end, lead, Math.min(TAIL, samples - end)));
    }

    private static int quietest(float[] probabilities, int from, int to) {
        int best = from;
        for (int frame = from + 1; frame < to; frame++) {
            if (around(probabilities, frame) < around(probabilities, best)) {
                best = frame;
            }
        }
        return best;
    }

    private static float around(float[] probabilities, int frame) {
        return probabilities[frame - 1] + probabilities[frame] + probabilities[frame + 1];
    }
}
