package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Rule;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.resolve.Found;
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
import java.util.stream.IntStream;

/** Finds the intent that explains a clause best: most of its words by meaning, fewest as mere text. */
final class ClauseReader {

    private static final int WEIGHED = 24;
    private static final double UNDERSTOOD = 3;
    private static final double KNOWN = 0.9;
    private static final double HOPELESS = -8;
    private static final String DETAILS_ONLY = "refine";

    private final Scene scene;
    private final SceneSlots slots;
    private final Peeler peeler;
    private final Sense sense;
    private final Inquiry inquiry;
    private final Collection<Rule> sentences;
    private final Map<Value.Span, Optional<Order>> known = new HashMap<>();

    ClauseReader(Scene scene, SceneSlots slots, Peeler peeler) {
        this.scene = scene;
        this.slots = slots;
        this.peeler = peeler;
        this.sense = new Sense(scene);
        this.inquiry = new Inquiry(scene, slots.matcher());
        this.sentences = scene.language().sentences();
    }

    /** Empty when no sentence of any intent fits. */
    Optional<Order> read(int from, int to) {
        Value.Span span = new Value.Span(from, to);
        Optional<Order> before = known.get(span);
        if (before != null) {
            return before;
        }
        Optional<Order> order = readAnew(from, to);
        known.put(span, order);
        return order;
    }

    /** After every order of a sentence the same words may mean something else. */
    void forget() {
        known.clear();
    }

    private Optional<Order> readAnew(int from, int to) {
        if (hedged(from, to) || hedged(lead(from, to), to)) {
            return Optional.empty();
        }
        boolean corrects = opens("correction", from, to);
        Optional<Order> order = readOn(from, to);
        return corrects ? order.map(Order::correcting) : order;
    }

    private Optional<Order> readOn(int from, int to) {
        int start = from;
        Optional<Order> best = best(start, to);
        while (best.isEmpty() && start < to && lead(start, to) > start) {
            start = lead(start, to);
            best = best(start, to);
        }
        int after = lead(from, to);
        if (after > from && after < to && start == from) {
            Optional<Order> without = best(after, to);
            best = without.isPresent()
                            && (best.isEmpty()
                                    || without.get().score() >= best.get().score())
                    ? without
                    : best;
        }
        return best;
    }

    /** Words that are no order, taken as what the orders after them are about; a channel among them is spoken of. */
    Optional<Order> heading(int from, int to) {
        Intent intent = scene.language().intents().get("intro");
        if (intent == null || hedged(from, to)) {
            return Optional.empty();
        }
        Map<String, Filling> about = new HashMap<>();
        IntStream.range(from, to)
                .mapToObj(i -> slots.parse("known_channel", i, to))
                .flatMap(List::stream)
                .max(Comparator.comparingDouble(Filling::score))
                .ifPresent(channel -> about.put("channel", channel));
        Matched words = new Matched(intent.sentences().getFirst(), from, to, about, 0);
        return Optional.of(new Order(intent, words, from, to));
    }

    /** "Maybe we should ...", "what if ...": thinking aloud orders nothing. */
    private boolean hedged(int from, int to) {
        return opens("hedge", from, to) && !opens("meant", from, to);
    }

    private boolean opens(String set, int from, int to) {
        return !slots.matcher()
                .prefixes(scene.language().phrases(set), from, to)
                .isEmpty();
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
        inquiry.read(from, to).ifPresent(candidates::add);
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Order::score).reversed())
                .limit(WEIGHED)
                .map(this::resolved)
                .filter(order -> order.score() > HOPELESS && sense.meant(order))
                .max(Comparator.comparingDouble(Order::score));
    }

    private Optional<Order> detailsOnly(Peeled peeled) {
        Intent intent = scene.language().intents().get(DETAILS_ONLY);
        if (intent == null || peeled.details().isEmpty() || intent.sentences().isEmpty()) {
            return Optional.empty();
        }
        Matched nothing = new Matched(intent.sentences().getFirst(), peeled.from(), peeled.to(), Map.of(), -1);
        return with(nothing, peeled, peeled.from(), peeled.to());
    }

    private Optional<Order> with(Matched matched, Peeled peeled, int from, int to) {
        Intent intent = scene.language().intent(matched.rule().name());
        Map<String, Filling> all = new HashMap<>(matched.slots());
        List<Detail> details = peeled.details().stream()
                .filter(detail -> !detail.kind().equals("courtesy"))
                .toList();
        for (Detail detail : details) {
            String slot = intent.details().get(detail.kind());
            if (slot == null || all.containsKey(slot)) {
                return Optional.empty();
            }
            all.put(slot, detail.filling());
        }
        Matched whole = new Matched(matched.rule(), from, to, all, matched.score() + peeled.score());
        return Optional.of(new Order(intent, whole, from, to));
    }

    /** A name cannot explain more words than it has. */
    private int worth(Named named, Found found) {
        int said = named.to() - named.from();
        if (found.references().size() != 1 || found.group()) {
            return said;
        }
        int idle = (int) IntStream.range(named.from(), named.to())
                .filter(i -> idle(scene.transcript().at(i).norm()))
                .count();
        return idle
                + Math.min(
                        said - idle,
                        Words.of(found.references().getFirst().label()).size());
    }

    private boolean idle(String word) {
        return scene.language().words("articles").contains(word)
                || scene.language().words("channel_nouns").contains(word)
                || scene.language().words("task_nouns").contains(word);
    }

    private Order resolved(Order order) {
        Map<String, Filling> resolved = new HashMap<>();
        double score = order.score();
        for (Map.Entry<String, Filling> slot : order.matched().slots().entrySet()) {
            Filling filling = slot.getValue();
            if (filling.value() instanceof Named named) {
                Resolution resolution = slots.resolve(named);
                boolean clear = resolution.found().clear();
                score += resolution.score() + (clear ? KNOWN * worth(named, resolution.found()) : 0);
                filling = new Filling(filling.from(), filling.end(), resolution.found(), filling.score());
            }
            if (filling.value() instanceof Wanted wanted) {
                Optional<TaskFilter> filter = slots.filter(wanted);
                score += filter.isPresent() ? UNDERSTOOD + KNOWN * (wanted.to() - wanted.from()) : -UNDERSTOOD * 10;
                filling = filter.map(known -> new Filling(
                                slot.getValue().from(), slot.getValue().end(), known, 0))
                        .orElse(filling);
            }
            resolved.put(slot.getKey(), filling);
        }
        Matched matched = order.matched();
        return new Order(
                order.intent(),
                new Matched(matched.rule(), matched.from(), matched.end(), resolved, score),
                order.from(),
                order.to(),
                order.corrects());
    }
}
