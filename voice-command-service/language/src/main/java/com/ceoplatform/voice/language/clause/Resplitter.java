package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.clause.Splitter.Clause;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cuts once more what makes no sense as one order but does as several: the words that begin an order are more than any
 * list of them, but what stands before and behind the right place can both be read.
 */
final class Resplitter {

    private static final int SHORTEST = 2;
    private static final int MOST_READ = 120;
    private static final Set<String> GOES_ON = Set.of("again", "condition", "refine");

    private final Transcript words;
    private final Seams seams;
    private final Peeler peeler;
    private final ClauseReader clauses;
    private final Set<Integer> hopeless = new HashSet<>();
    private boolean keepPeople;
    private int reads;

    Resplitter(Scene scene, Seams seams, Peeler peeler, ClauseReader clauses) {
        this.words = scene.transcript();
        this.seams = seams;
        this.peeler = peeler;
        this.clauses = clauses;
    }

    /** Its parts; empty when there is no better reading of it. */
    List<Clause> split(Clause clause) {
        Set<Integer> ends = peeler.ends(clause.from(), clause.to());
        return Stream.of(true, false)
                .flatMap(together -> parts(clause, ends, together).stream())
                .findFirst()
                .orElse(List.of());
    }

    /** @param together people who are named together are not cut apart */
    private Optional<List<Clause>> parts(Clause clause, Set<Integer> ends, boolean together) {
        reads = 0;
        hopeless.clear();
        keepPeople = together;
        return parts(clause.from(), clause.to(), ends, true).filter(parts -> parts.size() > 1);
    }

    /** A title with a date in the middle of it is most likely two. */
    boolean swallows(Order order) {
        Optional<Value.Span> title = Stream.of("title", "name", "object")
                .flatMap(slot -> order.span(slot).stream())
                .findFirst();
        return title.isPresent()
                && (order.action().equals("task.create") || order.action().equals("again"))
                && peeler.ends(title.get().from() + 1, title.get().to()).stream()
                        .anyMatch(end -> end < title.get().to());
    }

    private Optional<List<Clause>> parts(int from, int to, Set<Integer> ends, boolean first) {
        for (int i = from + SHORTEST; i <= to - SHORTEST && reads < MOST_READ; i++) {
            int next = seams.skipJoins(i);
            if (next >= to || hopeless.contains(next) || !mayBegin(i, ends) || !good(from, i, first)) {
                continue;
            }
            Optional<List<Clause>> rest = parts(next, to, ends, false);
            if (rest.isPresent()) {
                List<Clause> all = new ArrayList<>(List.of(new Clause(from, i, true)));
                all.addAll(rest.get());
                return Optional.of(all);
            }
        }
        if (!first && good(from, to, false)) {
            return Optional.of(List.of(new Clause(from, to, true)));
        }
        hopeless.add(from);
        return Optional.empty();
    }

    private boolean mayBegin(int index, Set<Integer> ends) {
        boolean list = keepPeople && seams.amongPeople(index);
        return !list && begins(index, ends);
    }

    private boolean begins(int index, Set<Integer> ends) {
        return seams.join(index) != Seams.Join.NONE
                || ends.contains(index)
                || (!seams.punctuated() && words.gap(index) == Gap.NONE && seams.opens("opener", index));
    }

    private boolean paused(int from) {
        return seams.join(from) != Seams.Join.NONE || seams.join(from - 1) == Seams.Join.AND;
    }

    /** "Create a task for Luis" goes on with what it is. */
    private static boolean said(Order order) {
        return !order.action().equals("task.create")
                || Stream.of("title", "content", "object", "items")
                        .anyMatch(slot -> order.span(slot).isPresent());
    }

    private boolean good(int from, int to, boolean first) {
        reads++;
        return clauses.read(from, to)
                .filter(order -> order.action().contains(".") || (!first && GOES_ON.contains(order.action())))
                .filter(order -> order.named() && said(order))
                .filter(order -> !swallows(order) && order.option("upload").isEmpty())
                // Without a pause, "night shifts" is one thing and nobody shifts.
                .filter(order -> order.option("same").isEmpty() || paused(from))
                .isPresent();
    }
}
