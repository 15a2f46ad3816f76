package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Scene;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a question up to some word.
 *
 * @param opening what the first part was
 * @param kinds what the parts were
 * @param slots what they named
 */
record Asked(String opening, Set<String> kinds, Map<String, Filling> slots, double score) {

    static final Asked NOTHING = new Asked("", Set.of(), Map.of(), 0);

    private static final Set<String> NAMING = Set.of("users", "channel");
    private static final Set<String> CONDITIONS = Set.of("status", "priority", "due", "title");
    private static final Set<String> QUESTIONS = Set.of("asks", "object", "verb", "state", "workload");
    // Without a word that asks, a list of what is wanted is likelier to belong to another order.
    private static final double TERSE = 2;

    /** Empty when the part says again, or otherwise, what was said before. */
    Optional<Asked> with(Matched part, Scene scene) {
        String word = scene.transcript().at(part.from()).norm();
        boolean listener = part.slots().containsKey("users")
                && scene.language().words("speaker").contains(word);
        boolean until = part.slots().containsKey("due")
                && scene.language().words("until").contains(word);
        if (listener || (until && !part.rule().defaults().containsKey("until"))) {
            return Optional.empty();
        }
        Map<String, Filling> more = new HashMap<>(slots);
        for (Map.Entry<String, Filling> slot : part.slots().entrySet()) {
            Filling known = more.get(slot.getKey());
            Filling joined = known == null ? slot.getValue() : joined(slot.getKey(), known, slot.getValue());
            if (joined == null) {
                return Optional.empty();
            }
            more.put(slot.getKey(), joined);
        }
        for (Map.Entry<String, String> implied : part.rule().defaults().entrySet()) {
            Filling filling = implied.getKey().equals("mine")
                    ? speaker(part, scene)
                    : new Filling(part.from(), part.end(), new Value.Option(implied.getValue()), 0);
            String name = implied.getKey().equals("mine") ? "users" : implied.getKey();
            Filling before = more.putIfAbsent(name, filling);
            if (before != null && !before.value().equals(filling.value())) {
                return Optional.empty();
            }
        }
        boolean several = slots.containsKey("users") && part.slots().containsKey("users");
        Set<String> all = new HashSet<>(kinds);
        all.add(part.rule().name().equals("title_noun") ? "noun" : part.rule().name());
        String first = opening.isEmpty() || opening.equals("glue") ? part.rule().name() : opening;
        double sum = score + part.score() - (several ? TERSE : 0);
        return Optional.of(new Asked(first, Set.copyOf(all), Map.copyOf(more), sum));
    }

    private static Filling speaker(Matched part, Scene scene) {
        Reference me = new Reference(
                ReferenceKind.USER,
                scene.utterance().speaker().id(),
                scene.utterance().speaker().name());
        return new Filling(part.from(), part.end(), Found.one(ReferenceKind.USER, me), 0);
    }

    /** Several people and several channels can be asked after. */
    private static @Nullable Filling joined(String slot, Filling one, Filling other) {
        return NAMING.contains(slot) && one.value() instanceof Found first && other.value() instanceof Found second
                ? new Filling(one.from(), other.end(), first.and(second), one.score())
                : null;
    }

    /** The query that has the answer. */
    Optional<String> query() {
        boolean phrase = !kinds.contains("verb") && !kinds.contains("object") && (conditioned() || !named("channel"));
        return QUESTIONS.contains(opening) || phrase ? Optional.ofNullable(kind()) : Optional.empty();
    }

    private boolean named(String slot) {
        return slots.containsKey(slot);
    }

    private boolean conditioned() {
        return CONDITIONS.stream().anyMatch(slots::containsKey);
    }

    /** The only condition is a day, which may be when it is asked. */
    private boolean dated() {
        return named("due")
                && !named("until")
                && CONDITIONS.stream().filter(slots::containsKey).count() == 1;
    }

    private @Nullable String kind() {
        if (named("tasks")) {
            boolean about = !opening.equals("asks") || kinds.contains("state") || kinds.contains("object");
            return QUESTIONS.contains(opening) && about && !named("channel") ? "query.tasks" : null;
        }
        boolean how = kinds.contains("state") || kinds.contains("summary");
        boolean whose = named("users") || named("channel");
        if (kinds.contains("workload")) {
            return named("channel") || (conditioned() && !dated()) ? null : "query.workload";
        }
        if (tasks() && !(dated() && how)) {
            return how ? null : "query.tasks";
        }
        if ((conditioned() && !dated()) || (named("users") && named("channel")) || (opening.equals("verb") && !whose)) {
            return null;
        }
        if (whose) {
            return !how ? null : named("channel") ? "query.progress" : "query.team_status";
        }
        return kinds.contains("summary") && !kinds.contains("noun") ? "query.daily_summary" : null;
    }

    private boolean tasks() {
        boolean things = kinds.contains("noun");
        return conditioned()
                ? things || kinds.contains("object")
                : things && (named("users") || named("channel")) && !opening.equals("verb");
    }

    /** What the query takes of what was named. */
    Map<String, Filling> slots(String query) {
        Map<String, Filling> taken = new HashMap<>(slots);
        if (named("tasks")) {
            taken.keySet().retainAll(Set.of("tasks"));
        }
        if (!query.equals("query.tasks")) {
            taken.keySet().removeAll(Set.of("due", "until"));
        }
        return taken;
    }

    @Override
    public double score() {
        return QUESTIONS.contains(opening) ? score : score - TERSE;
    }
}
