package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.clause.Splitter.Clause;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Resolution;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Things.Named;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads a sentence order by order. Each order is handed over before the next is read, because what it does decides what
 * the next one's "it" means.
 */
public final class SentenceReader {

    private final Splitter splitter;
    private final SceneSlots slots;
    private final ClauseReader clauses;
    private final ListReader lists;
    // It relates tasks that the orders before it may only just have named.
    private static final String RELATES = "task.add_dependency";

    private static final int SHORT = 16;
    private static final int TITLE = 2;
    private static final double WHOLE_TITLE = 3;

    private final Transcript transcript;

    public SentenceReader(Scene scene) {
        this.slots = new SceneSlots(scene);
        Peeler peeler = new Peeler(scene, slots.matcher());
        this.splitter = new Splitter(scene, slots.matcher());
        this.clauses = new ClauseReader(scene, slots, peeler);
        this.lists = new ListReader(scene, peeler);
        this.transcript = scene.transcript();
    }

    public ListReader lists() {
        return lists;
    }

    /** The whole sentence as one order, when it is short enough to be a word to what waits. */
    public Optional<Order> whole() {
        return transcript.size() > SHORT ? Optional.empty() : clauses.read(0, transcript.size());
    }

    public Found resolve(Named named) {
        Resolution resolution = slots.resolve(named);
        return resolution.found();
    }

    /** The task that is spoken of in the text of a message, when its whole title is said. */
    public Optional<Found> taskIn(Value.Span text) {
        return IntStream.range(text.from(), text.to())
                .mapToObj(from -> slots.parse("named_task", from, text.to()))
                .flatMap(List::stream)
                .filter(filling -> filling.end() - filling.from() >= TITLE)
                .max(Comparator.comparingDouble(Filling::score))
                .filter(filling -> filling.score() >= WHOLE_TITLE)
                .map(filling -> (Found) filling.value());
    }

    /** False when a part of it is no order at all; what was handed over until then must not be used. */
    public boolean read(Consumer<Order> orders) {
        Optional<Order> again = transcript.size() > SHORT ? Optional.empty() : whole().filter(SentenceReader::repeats);
        if (again.isPresent()) {
            orders.accept(again.get());
            return true;
        }
        Deque<Clause> parts = new ArrayDeque<>(splitter.split());
        int first = parts.isEmpty() ? 0 : parts.getFirst().from();
        while (!parts.isEmpty()) {
            Clause clause = parts.removeFirst();
            Optional<Order> order = clauses.read(clause.from(), clause.to());
            Clause next = parts.peekFirst();
            if (next != null && clauses.onlyLead(clause.from(), clause.to())) {
                parts.removeFirst();
                Clause both = new Clause(clause.from(), next.to(), clause.certain());
                parts.addFirst(clauses.read(both.from(), both.to()).isPresent() ? both : next);
                continue;
            }
            if (next != null
                    && clause.from() == first
                    && order.filter(SentenceReader::detailsOnly).isPresent()) {
                Clause both = new Clause(clause.from(), next.to(), clause.certain());
                if (clauses.read(both.from(), both.to()).isPresent()) {
                    parts.removeFirst();
                    parts.addFirst(both);
                    continue;
                }
            }
            if (next != null && (order.isEmpty() || doubtful(next))) {
                Clause both = new Clause(clause.from(), next.to(), clause.certain());
                Optional<Order> joined = clauses.read(both.from(), both.to());
                boolean better = joined.filter(one -> !one.action().equals("intro"))
                        .filter(one -> order.isEmpty() || one.named())
                        .isPresent();
                if (better) {
                    parts.removeFirst();
                    parts.addFirst(both);
                    continue;
                }
            }
            if (order.isEmpty()) {
                return false;
            }
            orders.accept(order.get());
            slots.forget();
        }
        return true;
    }

    /** "And Hannah?" is one word of a list, unless it is all that was said. */
    private static boolean repeats(Order order) {
        return order.action().equals("repeat") && order.named();
    }

    /** "By Friday, ...": said first, it belongs to the order that follows. */
    private static boolean detailsOnly(Order order) {
        return order.action().equals("refine") && order.found("tasks").isEmpty();
    }

    /** It may have been cut off what comes before it by mistake. */
    private boolean doubtful(Clause clause) {
        return !clause.certain()
                && !sentence(clause)
                && clauses.read(clause.from(), clause.to())
                        .map(order -> !order.named() && !order.action().equals(RELATES))
                        .orElse(true);
    }

    /** A sentence of its own, by its punctuation, that is an order. */
    private boolean sentence(Clause clause) {
        return transcript.gap(clause.from()) == Gap.STOP
                && clauses.read(clause.from(), clause.to()).isPresent();
    }
}
