package com.ceoplatform.voice.speech.audio;

import java.time.Duration;

/**
 * What a decoder accepts.
 *
 * @param maxBytes size of the encoded audio
 * @param maxDuration length of the decoded audio
 */
public record AudioLimits(long maxBytes, Duration maxDuration) {

    public AudioLimits {
        if (maxBytes < 1 || maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("audio limits must be positive");
        }
    }

    /** 25 MiB and one minute: a minute of 48 kHz stereo float WAV fits. */
    public static AudioLimits defaults() {
        return new AudioLimits(25L << 20, Duration.ofMinutes(1));
    }

    double maxSeconds() {
        return maxDuration.toMillis() / 1000.0;
    }
}
