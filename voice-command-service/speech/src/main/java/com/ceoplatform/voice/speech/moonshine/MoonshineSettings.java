package com.ceoplatform.voice.speech.moonshine;

import java.time.Duration;

/**
 * How much of the machine recognition may take.
 *
 * @param parallel recognitions at a time, each on one thread: more threads for one cost more CPU than they save time
 * @param maxWait how long a recognition may wait for its turn
 */
public record MoonshineSettings(int parallel, Duration maxWait) {

    public static MoonshineSettings defaults() {
        return new MoonshineSettings(2, Duration.ofSeconds(10));
    }
}
