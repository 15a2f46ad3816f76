package com.ceoplatform.deploy.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said to the platform.
 *
 * @param kind the rows that it is counted in
 * @param audio null when it is said as text
 */
record Phrase(
        String kind, Map<String, Object> request, @Nullable Path audio) {

    private static final List<String> LAUNCHES = List.of(
            "spring",
            "summer",
            "autumn",
            "winter",
            "Lisbon",
            "Vienna",
            "Oslo",
            "Madrid",
            "Dublin",
            "Prague",
            "Athens",
            "Berlin",
            "Geneva",
            "Warsaw",
            "Zagreb",
            "Helsinki");
    private static final int TURNS = 4;

    /** In turn: a simple command and one of several actions, first only planned and then carried out. */
    static List<Phrase> texts(int count) {
        List<Phrase> phrases = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String launch = LAUNCHES.get(number / TURNS % LAUNCHES.size());
            phrases.add(
                    switch (number % TURNS) {
                        case 0 -> text("simple plan", simple(launch), true);
                        case 1 -> text("launch plan", several(launch), true);
                        case 2 -> text("simple", simple(launch), false);
                        default -> text("launch", several(launch), false);
                    });
        }
        return phrases;
    }

    static Phrase recording(Path audio) {
        return new Phrase("audio", Map.of(), audio);
    }

    private static Phrase text(String kind, String transcript, boolean dryRun) {
        return new Phrase(kind, Map.of("transcript", transcript, "dryRun", dryRun), null);
    }

    private static String simple(String launch) {
        return "Give Sarah Chen a task to review the " + launch + " budget by Friday";
    }

    private static String several(String launch) {
        return "Create a channel for the " + launch + " launch, add Sarah Chen and Mike, and give Sarah Chen a task to"
                + " write the content plan due Friday with high priority";
    }
}
