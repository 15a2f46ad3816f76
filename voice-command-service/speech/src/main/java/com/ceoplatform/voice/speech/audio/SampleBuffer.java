package com.ceoplatform.voice.speech.audio;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Decoded samples as they come, up to the longest audio accepted. */
final class SampleBuffer {

    private final double maxSeconds;
    private float[] samples = new float[Audio.SAMPLE_RATE * 8];
    private int size;

    SampleBuffer(AudioLimits limits) {
        this.maxSeconds = limits.maxSeconds();
    }

    void append(FloatBuffer more) {
        int newSize = size + more.remaining();
        if (newSize > maxSeconds * Audio.SAMPLE_RATE) {
            throw new SpeechException(
                    SpeechFailure.TOO_LONG, "The audio lasts more than the %.1f s accepted".formatted(maxSeconds));
        }
        if (newSize > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(newSize, samples.length * 2));
        }
        more.get(samples, size, newSize - size);
        size = newSize;
    }

    float[] toArray() {
        return Arrays.copyOf(samples, size);
    }
}
