package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Rule;
import com.ceoplatform.voice.language.resolve.Resolution;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.TaskFilter;
import com.ceoplatform.voice.language.resolve.Things.Named;
import com.ceoplatform.voice.language.resolve.Things.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the intent that explains a clause best: most of its words by meaning, fewest as mere text. */
final class ClauseReader {

    private static final int WEIGHED = 40;
    private static final double UNDERSTOOD = 3;
    private static final double HOPELESS = -8;
    private static final String DETAILS_ONLY = "refine";

    private final Scene scene;
    private final SceneSlots slots;
    private final Peeler peeler;
    private final Collection<Rule> sentences;

    ClauseReader(Scene scene, SceneSlots slots, Peeler peeler) {
        this.scene = scene;
        this.slots = slots;
        this.peeler = peeler;
        this.sentences = scene.language().sentences();
    }

    /** Empty when no sentence of any intent fits. */
    Optional<Order> read(int from, int to) {
        int start = from;
        Optional<Order> best = best(start, to);
        while (best.isEmpty() && start < to && lead(start, to) > start) {
            start = lead(start, to);
            best = best(start, to);
        }
        int after = lead(from, to);
        if (after > from && after < to && start == from) {
            Optional<Order> without = best(after, to);
            best = without.isPresent() && (best.isEmpty() || without.get().score() >= best.get().score())
                    ? without
                    : best;
        }
        return best;
    }

    /** Nothing but "no", "okay" and the like. */
    boolean onlyLead(int from, int to) {
        return lead(from, to) == to;
    }

    /** Where the order begins after "could you please" and the like. */
    private int lead(int from, int to) {
        int end = from;
        for (int tries = 0; tries < 6; tries++) {
            int longest = slots.matcher().prefixes(scene.language().phrases("lead"), end, to).stream()
                    .mapToInt(Matched::end)
                    .max()
                    .orElse(end);
            if (longest == end) {
                break;
            }
            end = longest;
        }
        return end;
    }

    private Optional<Order> best(int from, int to) {
        List<Order> candidates = new ArrayList<>();
        for (Peeled peeled : peeler.peel(from, to)) {
            if (peeled.from() == peeled.to()) {
                detailsOnly(peeled).ifPresent(candidates::add);
            } else {
                for (Matched matched : slots.matcher().whole(sentences, peeled.from(), peeled.to())) {
                    with(matched, peeled, from, to).ifPresent(candidates::add);
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Order::score).reversed())
                .limit(WEIGHED)
                .map(this::resolved)
                .filter(order -> order.score() > HOPELESS)
                .max(Comparator.comparingDouble(Order::score));
    }

    private Optional<Order> detailsOnly(Peeled peeled) {
        Intent intent = scene.language().intents().get(DETAILS_ONLY);
        if (intent == null || peeled.details().isEmpty() || intent.sentences().isEmpty()) {
            return Optional.empty();
        }
        Matched nothing = new Matched(
                intent.sentences().getFirst(), peeled.from(), peeled.to(), Map.of(), -1);
        return with(nothing, peeled, peeled.from(), peeled.to());
    }

    private Optional<Order> with(Matched matched, Peeled peeled, int from, int to) {
        Intent intent = scene.language().intent(matched.rule().name());
        Map<String, Filling> all = new HashMap<>(matched.slots());
        for (Detail detail : peeled.details()) {
            String slot = intent.details().get(detail.kind());
            if (slot == null || all.containsKey(slot)) {
                return Optional.empty();
            }
            all.put(slot, detail.filling());
        }
        Matched whole = new Matched(matched.rule(), from, to, all, matched.score() + peeled.score());
        return Optional.of(new Order(intent, whole, from, to));
    }

    private Order resolved(Order order) {
        Map<String, Filling> resolved = new HashMap<>();
        double score = order.score();
        for (Map.Entry<String, Filling> slot : order.matched().slots().entrySet()) {
            Filling filling = slot.getValue();
            if (filling.value() instanceof Named named) {
                Resolution resolution = slots.resolve(named);
                score += resolution.score();
                filling = new Filling(filling.from(), filling.end(), resolution.found(), filling.score());
            }
            if (filling.value() instanceof Wanted wanted) {
                Optional<TaskFilter> filter = slots.filter(wanted);
                score += filter.isPresent() ? UNDERSTOOD : -UNDERSTOOD * 10;
                filling = filter.map(known -> new Filling(slot.getValue().from(), slot.getValue().end(), known, 0))
                        .orElse(filling);
            }
            resolved.put(slot.getKey(), filling);
        }
        Matched matched = order.matched();
        return new Order(
                order.intent(),
                new Matched(matched.rule(), matched.from(), matched.end(), resolved, score),
                order.from(),
                order.to());
    }
}
