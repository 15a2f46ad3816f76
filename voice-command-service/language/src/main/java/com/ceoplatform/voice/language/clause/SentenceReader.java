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
import java.util.Set;
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
    private final Resplitter resplitter;
    private final Seams seams;
    // It relates tasks that the orders before it may only just have named.
    private static final String RELATES = "task.add_dependency";

    private static final Set<String> GOES_ON = Set.of("again", "repeat", "refine");

    private static final int SHORT = 16;
    private static final int HEADING = 8;
    private static final int TITLE = 2;
    private static final int CANCELLING = 4;
    private static final double WHOLE_TITLE = 3;

    private final Transcript transcript;
    private final boolean goesOn;

    public SentenceReader(Scene scene) {
        this.slots = new SceneSlots(scene);
        Peeler peeler = new Peeler(scene, slots.matcher());
        this.seams = new Seams(scene, slots.matcher());
        this.splitter = new Splitter(scene, slots.matcher(), seams);
        this.clauses = new ClauseReader(scene, slots, peeler);
        this.resplitter = new Resplitter(scene, seams, peeler, clauses);
        this.lists = new ListReader(scene, peeler);
        this.transcript = scene.transcript();
        this.goesOn = !scene.lastPlan().isEmpty();
    }

    public ListReader lists() {
        return lists;
    }

    /** The whole sentence as one order, when it is short enough to be a word to what waits. */
    public Optional<Order> whole() {
        return transcript.size() > SHORT ? Optional.empty() : clauses.read(0, transcript.size());
    }

    /** Where the next order begins behind a short "never mind", which must end with a pause; 0 when it does not begin so. */
    public int afterCancelling() {
        return IntStream.rangeClosed(1, Math.min(CANCELLING, transcript.size() - 1))
                .filter(end -> transcript.gap(end) != Gap.NONE && transcript.gap(end) != Gap.GLUED)
                .filter(end -> clauses.read(0, end)
                        .filter(order -> order.action().equals("dialogue.cancel")
                                || order.action().equals("drop_last"))
                        .isPresent())
                .max()
                .orElse(0);
    }

    /** The whole sentence only adds to another one when it is due or how urgent it is. */
    public boolean addition() {
        return whole().filter(order -> order.action().equals("refine"))
                        .filter(order -> order.option("priority").isPresent()
                                || order.when("due").isPresent())
                        .filter(order -> order.found("tasks").isEmpty()
                                && order.found("assignees").isEmpty())
                        .isPresent()
                || whole().filter(SentenceReader::changesIt).isPresent();
    }

    /** "Make it urgent". */
    private static boolean changesIt(Order order) {
        return order.action().equals("task.update")
                && order.found("tasks").filter(Found::pronoun).isPresent();
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

    /** "Three tasks for design: Yuki draws the ferry, ...": one of a list that says who does it. */
    public Optional<Order> does(Item item) {
        return clauses.read(item.from(), item.to())
                .filter(order -> order.action().equals("task.create")
                        && order.named()
                        && order.span("title").isPresent())
                .filter(order -> order.matched()
                        .slot("assignees")
                        .filter(people -> people.from() == item.from())
                        .isPresent());
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
            Clause next = parts.peekFirst();
            Optional<Order> order = clauses.read(clause.from(), clause.to());
            Optional<Clause> longer = next == null ? Optional.empty() : longer(clause, order, next, first);
            if (longer.isPresent()) {
                parts.removeFirst();
                parts.addFirst(longer.get());
                continue;
            }
            List<Clause> pieces = several(order) ? resplitter.split(clause) : List.of();
            if (!pieces.isEmpty()) {
                pieces.reversed().forEach(parts::addFirst);
                continue;
            }
            if (next != null && clause.from() == first && (order.isEmpty() || titled(next))) {
                order = heading(clause, next);
            }
            if (order.isEmpty() && next == null && clause.from() > first && closing(clause)) {
                return true;
            }
            if (order.isEmpty()) {
                return false;
            }
            orders.accept(order.get());
            slots.forget();
            clauses.forget();
        }
        return true;
    }

    /** It may be more than one order. */
    private boolean several(Optional<Order> order) {
        return order.map(one -> !one.named() || resplitter.swallows(one)).orElse(true);
    }

    /** What must be read together with the clause behind it, or that clause alone when this one says nothing. */
    private Optional<Clause> longer(Clause clause, Optional<Order> order, Clause next, int first) {
        Clause both = new Clause(clause.from(), next.to(), clause.certain());
        if (clauses.onlyLead(clause.from(), clause.to())) {
            return Optional.of(understood(both).isPresent() ? both : next);
        }
        boolean saidFirst = clause.from() == first
                && transcript.gap(next.from()) != Gap.COLON
                && order.filter(SentenceReader::detailsOnly).isPresent();
        if (saidFirst && understood(both).isPresent()) {
            return Optional.of(both);
        }
        boolean colon = clause.from() == first && transcript.gap(next.from()) == Gap.COLON;
        boolean unclear = colon || order.isEmpty() || doubtful(next) || asksOn(order, next);
        return unclear
                ? understood(both)
                        .filter(one -> !one.action().equals("intro"))
                        .filter(one ->
                                clause.from() > first || goesOn || !one.action().equals("again"))
                        .filter(one -> better(one, order, colon, next))
                        .map(one -> both)
                : Optional.empty();
    }

    /** "How are customs and the mobile app": what follows is one more that is asked after, or when. */
    private boolean asksOn(Optional<Order> order, Clause next) {
        return order.filter(SentenceReader::asks).isPresent()
                && understood(next).filter(SentenceReader::asks).isEmpty()
                && understood(next).map(Order::action).filter(GOES_ON::contains).isPresent();
    }

    private static boolean asks(Order order) {
        return order.action().startsWith("query.");
    }

    private boolean better(Order joined, Optional<Order> alone, boolean colon, Clause next) {
        if (colon && seams.opens("terse", next.from())) {
            return false;
        }
        if (alone.isPresent()) {
            return joined.named()
                    && (!colon || joined.action().equals(alone.get().action()) || doubtful(next));
        }
        boolean another = next.certain()
                && understood(next)
                        .filter(order -> order.named() && order.action().contains("."))
                        .isPresent();
        if (another && !joined.named()) {
            return false;
        }
        // A heading with an order behind it is not made one order with it, unless all of that is known.
        return !colon || joined.named() || understood(next).filter(Order::named).isEmpty();
    }

    private Optional<Order> understood(Clause clause) {
        return clauses.read(clause.from(), clause.to());
    }

    /** "My week: ...", "clean up cold brew: ...": says what the orders behind the colon are about. */
    private Optional<Order> heading(Clause clause, Clause next) {
        boolean colon = transcript.gap(next.from()) == Gap.COLON;
        return colon && clause.to() - clause.from() <= HEADING
                ? clauses.heading(clause.from(), clause.to())
                : Optional.empty();
    }

    /** "Thanks!", "that's all". */
    private boolean closing(Clause clause) {
        return seams.all("closing", clause.from(), clause.to());
    }

    /** "Start a project for the lease: private channel Airport Lease, ...": the name is told behind it. */
    private boolean titled(Clause next) {
        return transcript.gap(next.from()) == Gap.COLON && seams.opens("terse", next.from());
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
                && !clauses.onlyLead(clause.from(), clause.to())
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
