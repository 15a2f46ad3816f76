package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a sentence where another order begins. What is said inside a message, or as one of a list of things, stays
 * together unless what follows is certainly an order.
 */
final class Splitter {

    private final Transcript words;
    private final Language language;
    private final Matcher matcher;
    private final boolean punctuated;

    Splitter(Scene scene, Matcher matcher) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.matcher = matcher;
        this.punctuated = words.tokens().stream()
                .skip(1)
                .anyMatch(token -> token.before() == Gap.COMMA || token.before() == Gap.STOP);
    }

    /** One order's span; {@code certain} when its beginning cannot be anything else. */
    record Clause(int from, int to, boolean certain) {}

    private enum Join {
        STOP,
        COMMA,
        AND,
        NONE
    }

    private enum Mode {
        ORDER,
        GIVING,
        DECLARED,
        ASKED,
        ASKED_ORDER,
        CONDITION,
        LIST
    }

    List<Clause> split() {
        List<Clause> clauses = new ArrayList<>();
        int start = skipJoins(0);
        boolean certain = true;
        State state = new State(start, null);
        for (int i = start + 1; i < words.size(); i++) {
            Join join = join(i);
            int next = skipJoins(i);
            state.count(join);
            if (next < words.size() && next > start && !words.at(i).quoted()) {
                boolean strong = opens("opener_strong", next) && !bound(i, join);
                boolean weak = strong || (join != Join.NONE && !afterModal(i, join) && opens("opener", next));
                if (state.ends(join, strong, weak, next)) {
                    clauses.add(new Clause(start, i, certain));
                    start = next;
                    certain = strong || state.mode == Mode.LIST;
                    state = new State(start, state);
                    i = next;
                }
            }
        }
        if (start < words.size()) {
            clauses.add(new Clause(start, words.size(), certain));
        }
        return clauses;
    }

    private Join join(int index) {
        Gap gap = words.gap(index);
        if (gap == Gap.STOP) {
            return Join.STOP;
        }
        if (gap == Gap.COMMA || gap == Gap.COLON) {
            return Join.COMMA;
        }
        return joins(index) ? Join.AND : Join.NONE;
    }

    private boolean joins(int index) {
        return language.words("joins").contains(words.at(index).norm()) && !beginsDate(index);
    }

    /** "Next Wednesday" goes on, "next call Bob" begins. */
    private boolean beginsDate(int index) {
        return index + 1 < words.size()
                && Stream.of("weekday", "unit", "month")
                        .anyMatch(list -> language.lists()
                                        .getOrDefault(list, Map.of())
                                        .containsKey(words.at(index + 1).norm())
                                && !matcher.prefixes(language.phrases("day"), index, words.size())
                                        .isEmpty());
    }

    private int skipJoins(int index) {
        int position = index;
        while (position < words.size() - 1 && joins(position)) {
            position++;
        }
        return position;
    }

    private boolean opens(String set, int index) {
        return !matcher.prefixes(language.phrases(set), index, words.size()).isEmpty();
    }

    /** "to create", "should add": the verb belongs to what comes before. */
    private boolean bound(int index, Join join) {
        return join == Join.NONE
                && language.words("binds").contains(words.at(index - 1).norm());
    }

    /** "Should also include" is one verb, although "also" may begin an order. */
    private boolean afterModal(int index, Join join) {
        return join == Join.AND
                && language.words("modals").contains(words.at(index - 1).norm());
    }

    /** What the clause has been so far. */
    private final class State {

        private final int start;
        private final Mode mode;
        private final boolean goesOn;
        private final int announced;
        private final int headEnd;
        private final int peopleEnd;
        private int separators;

        State(int start, @Nullable State before) {
            this.start = start;
            Optional<Matched> head = head(start).or(() -> head(afterLead(start)));
            boolean still = before != null && before.mode == Mode.GIVING && before.givesOn(start);
            this.goesOn = still;
            this.mode = head.map(this::mode).orElse(still ? Mode.GIVING : Mode.ORDER);
            // "Sarah, Mike and Jennifer should ...": one order for all of them.
            this.peopleEnd = matcher.prefixes(language.phrases("people_first"), start, words.size()).stream()
                    .mapToInt(Matched::end)
                    .max()
                    .orElse(start);
            this.headEnd = head.map(Matched::end).orElse(start + 1);
            boolean pause = head.isPresent() && words.gap(head.get().end()) != Gap.NONE;
            this.separators = pause ? 0 : 1;
            this.announced = head.flatMap(matched -> matched.value("number", Value.Count.class))
                    .map(Value.Count::number)
                    .orElse(0);
        }

        private static int furthest(List<Matched> phrases, int otherwise) {
            return phrases.stream().mapToInt(Matched::end).max().orElse(otherwise);
        }

        private Optional<Matched> head(int from) {
            return matcher.prefixes(language.phrases("head"), from, words.size()).stream()
                    .max(Comparator.comparingDouble(Matched::score).thenComparingInt(Matched::end));
        }

        /** Behind "could you please" or "for the spring launch". */
        private int afterLead(int from) {
            int end = from;
            for (int tries = 0; tries < 4; tries++) {
                int lead = furthest(matcher.prefixes(language.phrases("lead"), end, words.size()), end);
                if (lead == end) {
                    break;
                }
                end = lead;
            }
            return matcher.prefixes(language.phrases("head_detail"), end, words.size()).stream()
                    .max(Comparator.comparingDouble(Matched::score))
                    .map(Matched::end)
                    .orElse(end);
        }

        private Mode mode(Matched head) {
            return switch (head.rule().name()) {
                case "declared" -> Mode.DECLARED;
                case "asked" -> opens("opener_strong", head.end()) ? Mode.ASKED_ORDER : Mode.ASKED;
                case "list" -> Mode.LIST;
                case "condition" -> Mode.CONDITION;
                case "giving" -> Mode.GIVING;
                default -> Mode.ORDER;
            };
        }

        void count(Join join) {
            separators += join == Join.NONE ? 0 : 1;
        }

        boolean ends(Join join, boolean strong, boolean weak, int next) {
            return next >= peopleEnd && endsAt(join, strong, weak, next);
        }

        private boolean endsAt(Join join, boolean strong, boolean weak, int next) {
            return switch (mode) {
                case ORDER -> orderEnds(join, strong, weak, next);
                case GIVING -> orderEnds(join, strong, weak, next) || (join != Join.NONE && givesOn(next));
                case DECLARED, ASKED -> contentEnds(join, strong, weak);
                case ASKED_ORDER -> join == Join.STOP && weak;
                case CONDITION ->
                    join == Join.NONE ? next == headEnd && then(next) : orderEnds(join, strong, weak, next);
                case LIST -> !one(next) && (listEnds(join, strong, weak) || refersBack(join, next));
            };
        }

        /** "Once the contract is signed Paulo should ..." */
        private boolean then(int next) {
            return opens("opener", next)
                    && !language.words("starts").contains(words.at(next).norm());
        }

        /** "Create tasks to ... and to ..., assign the first to Paulo". */
        private boolean refersBack(Join join, int next) {
            return announced == 0 && join != Join.NONE && opens("refers", next);
        }

        private boolean orderEnds(Join join, boolean strong, boolean weak, int next) {
            return switch (join) {
                case STOP -> true;
                case COMMA, AND -> weak;
                case NONE ->
                    strong
                            && (next - start > 1
                                    || language.words("crisis")
                                            .contains(words.at(start).norm()));
            };
        }

        /** "give Sarah the plan, Mike the budget": somebody else is given something. */
        private boolean givesOn(int next) {
            return next > headEnd
                    && matcher.prefixes(language.phrases("gives_on"), next, words.size()).stream()
                            .anyMatch(gives ->
                                    gives.rule().name().equals("moves") ? moved(next) : !continues(gives.end() - 1));
        }

        /** "... to Mike and the launch video to ...", not "the press kit and the launch video to ...". */
        private boolean moved(int next) {
            return goesOn
                    || IntStream.range(start + 1, next)
                            .anyMatch(i -> language.words("moves_to")
                                    .contains(words.at(i).norm()));
        }

        /** It names people, but tells nothing that they should do. */
        private boolean continues(int index) {
            String word = words.at(index).norm();
            return joins(index) || language.words("introduces_detail").contains(word);
        }

        private boolean contentEnds(Join join, boolean strong, boolean weak) {
            return switch (join) {
                case STOP -> weak;
                case COMMA, AND -> strong;
                case NONE -> strong && !punctuated;
            };
        }

        private boolean one(int next) {
            return language.words("one").contains(words.at(next).norm());
        }

        private boolean listEnds(Join join, boolean strong, boolean weak) {
            boolean complete = announced > 0 && separators > announced;
            return switch (join) {
                case STOP -> weak && (announced == 0 || complete);
                case COMMA, AND -> strong && complete;
                case NONE -> strong && complete && !punctuated;
            };
        }
    }
}
