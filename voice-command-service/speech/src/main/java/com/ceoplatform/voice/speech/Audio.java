package com.ceoplatform.voice.speech;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Mono sound at 16 kHz, samples from -1 to 1. Not copied on the way in or out: treat the samples as read-only. */
public final class Audio {

    public static final int SAMPLE_RATE = 16_000;

    private final float[] samples;

    private Audio(float[] samples) {
        this.samples = requireNonNull(samples, "samples is null");
    }

    public static Audio ofSamples(float[] samples) {
        return new Audio(samples);
    }

    public float[] samples() {
        return samples;
    }

    public Duration duration() {
        return durationOf(samples.length);
    }

    /** The time that many samples take. */
    public static Duration durationOf(int samples) {
        return Duration.ofNanos(samples * 1_000_000_000L / SAMPLE_RATE);
    }

    @Override
    public String toString() {
        return "Audio[" + duration().toMillis() + " ms]";
    }
}
