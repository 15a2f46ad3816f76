package com.ceoplatform.voice.language.grammar;

import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches rules against a transcript by trying every way, within a fixed number of steps: what needs more is not a
 * sentence anybody says. For one transcript and one thread.
 */
public final class Matcher {

    private static final int STEPS = 60_000;
    private static final int KEPT = 40;
    private static final double WORD = 2;
    // In a pattern these stand for the pause itself.
    private static final Map<String, Gap> PUNCTUATION = Map.of(":", Gap.COLON, ",", Gap.COMMA);

    static boolean isPause(String word) {
        return PUNCTUATION.containsKey(word);
    }

    private final Transcript transcript;
    private final SlotParser slots;
    private final Set<String> skipped;
    private int steps;
    private int limit;
    private int mustEnd;

    /** @param skipped words that may stand anywhere without changing the meaning ("please", "just") */
    public Matcher(Transcript transcript, SlotParser slots, Set<String> skipped) {
        this.transcript = transcript;
        this.slots = slots;
        this.skipped = skipped;
    }

    /** All fits of the rules that begin at {@code from} and end exactly at {@code to}. */
    public List<Matched> whole(Collection<Rule> rules, int from, int to) {
        return run(rules, from, to, to);
    }

    /** All fits of the rules that begin at {@code from} and end anywhere up to {@code to}. */
    public List<Matched> prefixes(Collection<Rule> rules, int from, int to) {
        return run(rules, from, to, -1);
    }

    private List<Matched> run(Collection<Rule> rules, int from, int to, int end) {
        if (from >= to) {
            return List.of();
        }
        // Slots parse with this matcher too; an inner run must leave the outer one as it was.
        int outerSteps = steps;
        int outerLimit = limit;
        int outerEnd = mustEnd;
        List<Matched> mine = new ArrayList<>();
        limit = to;
        mustEnd = end;
        String first = transcript.at(from).norm();
        for (Rule rule : rules) {
            steps = 0;
            if (rule.canBeginWith(first) || skipped.contains(first)) {
                int before = mine.size();
                match(rule.pattern(), from, new Trail(null, "", null, rule.bonus()), (position, trail) -> {
                    if (mustEnd < 0 || position == mustEnd || onlySkipped(position, mustEnd)) {
                        if (mine.size() < before + KEPT && position > from) {
                            mine.add(matched(rule, from, position, trail));
                        }
                    }
                });
            }
        }
        steps = outerSteps;
        limit = outerLimit;
        mustEnd = outerEnd;
        return mine;
    }

    private boolean onlySkipped(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!skipped.contains(transcript.at(i).norm())) {
                return false;
            }
        }
        return from <= to;
    }

    private static Matched matched(Rule rule, int from, int end, Trail trail) {
        Map<String, Filling> filled = new HashMap<>();
        for (Trail step = trail; step != null; step = step.previous()) {
            if (step.filling() != null) {
                filled.putIfAbsent(step.slot(), step.filling());
            }
        }
        return new Matched(rule, from, end, filled, trail.score());
    }

    private record Trail(
            @Nullable Trail previous, String slot, @Nullable Filling filling, double score) {

        Trail plus(double more) {
            return new Trail(previous, slot, filling, score + more);
        }
    }

    private interface Next {
        void at(int position, Trail trail);
    }

    private void match(Node node, int position, Trail trail, Next next) {
        if (++steps > STEPS) {
            return;
        }
        switch (node) {
            case Node.Word word -> word(word, position, trail, next);
            case Node.Slot slot -> slot(slot, position, trail, next);
            case Node.Choice choice -> choice.options().forEach(option -> match(option, position, trail, next));
            case Node.Sequence sequence -> sequence(sequence.parts(), 0, position, trail, next);
        }
    }

    private void word(Node.Word word, int position, Trail trail, Next next) {
        if (position >= limit) {
            return;
        }
        Gap wanted = PUNCTUATION.get(word.norm());
        if (wanted != null) {
            if (transcript.gap(position) == wanted) {
                next.at(position, trail.plus(WORD));
            }
            return;
        }
        String said = transcript.at(position).norm();
        if (said.equals(word.norm())) {
            next.at(position + 1, trail.plus(WORD));
        } else if (skipped.contains(said)) {
            word(word, position + 1, trail, next);
        }
    }

    private void sequence(List<Node> parts, int index, int position, Trail trail, Next next) {
        if (index == parts.size()) {
            next.at(position, trail);
        } else {
            match(parts.get(index), position, trail, (after, more) -> sequence(parts, index + 1, after, more, next));
        }
    }

    private void slot(Node.Slot slot, int position, Trail trail, Next next) {
        int start = position;
        while (start < limit && skipped.contains(transcript.at(start).norm())) {
            start++;
        }
        for (Filling filling : slots.parse(slot.type(), start, limit)) {
            next.at(filling.end(), new Trail(trail, slot.name(), filling, trail.score() + filling.score()));
        }
    }
}
