package com.ceoplatform.deploy.bench;

import java.time.Duration;
import java.util.Locale;

/** What can be measured, in this order, and how much of it when nothing else is asked for. */
enum ScenarioName {
    IDLE(0, 30, false),
    MESSAGE(20, 20, true),
    TASK(20, 20, true),
    NOTIFICATION(10, 15, true),
    PRESENCE(10, 15, true),
    API(100, 20, true),
    READS(20, 60, false),
    WRITES(20, 60, false),
    MIX(100, 60, false),
    SAY(1, 24, true),
    SUSTAINED(700, 30, false);

    private final double rate;
    private final int seconds;
    private final boolean standard;

    ScenarioName(double rate, int seconds, boolean standard) {
        this.rate = rate;
        this.seconds = seconds;
        this.standard = standard;
    }

    /** Whether it belongs to a run without options. */
    boolean isStandard() {
        return standard;
    }

    /** As it stands in options, tables and files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    double rate() {
        return rate;
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }
}
