package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Rule;
import com.ceoplatform.voice.language.resolve.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads questions by what they are made of and not by their wording: every word must belong to a part that is known ("what",
 * "overdue", "for Sarah", "in customs", "this week"), in any order. What the parts say decides which query it is.
 */
final class Inquiry {

    private static final String PARTS = "question_part";
    private static final int KEPT = 6;
    private static final int LONGEST = 30;
    // Where a sentence of an intent fits as well, it says what its words mean together.
    private static final double BEHIND = 1.5;

    private final Scene scene;
    private final Matcher matcher;

    Inquiry(Scene scene, Matcher matcher) {
        this.scene = scene;
        this.matcher = matcher;
    }

    /** Empty when a word is left over, or when the parts ask nothing that there is an answer to. */
    Optional<Order> read(int from, int to) {
        List<Rule> parts = scene.language().phrases(PARTS);
        if (parts.isEmpty() || to - from > LONGEST) {
            return Optional.empty();
        }
        List<List<Asked>> byEnd = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            byEnd.add(new ArrayList<>());
        }
        byEnd.getFirst().add(Asked.NOTHING);
        for (int at = from; at < to; at++) {
            List<Asked> until = best(byEnd.get(at - from));
            if (!until.isEmpty()) {
                for (Matched part : matcher.prefixes(parts, at, to)) {
                    until.stream()
                            .map(asked -> asked.with(part, scene))
                            .flatMap(Optional::stream)
                            .forEach(byEnd.get(part.end() - from)::add);
                }
            }
        }
        return byEnd.getLast().stream()
                .sorted(Comparator.comparingDouble(Asked::score).reversed())
                .map(asked -> order(asked, from, to))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Asked> best(List<Asked> asked) {
        return asked.stream()
                .sorted(Comparator.comparingDouble(Asked::score).reversed())
                .limit(KEPT)
                .toList();
    }

    private Optional<Order> order(Asked asked, int from, int to) {
        return asked.query().map(scene.language().intents()::get).map(intent -> {
            Map<String, Filling> slots = asked.slots(intent.name());
            return new Order(intent, new Matched(plain(intent), from, to, slots, asked.score() - BEHIND), from, to);
        });
    }

    /** The question implies nothing that its words do not say. */
    private static Rule plain(Intent intent) {
        return new Rule(intent.name(), intent.sentences().getFirst().pattern(), Map.of(), 0, null, "");
    }
}
