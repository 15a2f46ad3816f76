package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.clause.Seams.Join;
import com.ceoplatform.voice.language.clause.Seams.Seam;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A clause as far as it was read: how it began decides where it may end. */
final class OpenClause {

    private static final int LEADS = 4;

    private enum Mode {
        ORDER,
        GIVING,
        PLACING,
        DECLARED,
        QUOTED,
        ASKED,
        ASKED_ORDER,
        CONDITION,
        LIST
    }

    private final Transcript words;
    private final Language language;
    private final Matcher matcher;
    private final Seams seams;
    private final int start;
    private final Mode mode;
    private final boolean first;
    private final boolean goesOn;
    private final int announced;
    private final int headEnd;
    private final int peopleEnd;
    private int separators;

    /** @param before the clause that ended here */
    OpenClause(Scene scene, Matcher matcher, Seams seams, int start, @Nullable OpenClause before) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.matcher = matcher;
        this.seams = seams;
        this.start = start;
        this.first = before == null;
        Optional<Matched> head = head(start).or(() -> head(afterLead(start)));
        this.goesOn = before != null && before.mode == Mode.GIVING && before.givesOn(start);
        int placed = before == null || before.mode != Mode.PLACING ? start : places(start);
        Mode continued = placed > start ? Mode.PLACING : goesOn ? Mode.GIVING : Mode.ORDER;
        this.mode = head.map(this::mode).orElse(continued);
        // "Sarah, Mike and Jennifer should ...": one order for all of them.
        this.peopleEnd = furthest(matcher.prefixes(language.phrases("people_first"), start, words.size()), start);
        this.headEnd = head.map(Matched::end).orElse(Math.max(start + 1, placed));
        boolean pause = head.isPresent() && words.gap(head.get().end()) != Gap.NONE;
        this.separators = pause ? 0 : 1;
        this.announced = head.flatMap(matched -> matched.value("number", Value.Count.class))
                .map(Value.Count::number)
                .orElse(0);
    }

    /** Where "Sarah to customs" ends that begins here. */
    private int places(int from) {
        return furthest(matcher.prefixes(language.phrases("places_on"), from, words.size()), from);
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
        for (int tries = 0; tries < LEADS; tries++) {
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
            case "declared" -> words.gap(head.end()) == Gap.COLON ? Mode.QUOTED : Mode.DECLARED;
            case "asked" -> seams.opens("opener_strong", head.end()) ? Mode.ASKED_ORDER : Mode.ASKED;
            case "list" -> Mode.LIST;
            case "condition" -> Mode.CONDITION;
            case "giving" -> Mode.GIVING;
            case "placing" -> Mode.PLACING;
            default -> Mode.ORDER;
        };
    }

    void count(Join join) {
        separators += join == Join.NONE ? 0 : 1;
    }

    /** What follows a list may be an order of its own kind. */
    boolean list() {
        return mode == Mode.LIST;
    }

    boolean ends(Seam seam) {
        return seam.next() >= peopleEnd && endsAt(seam);
    }

    private boolean endsAt(Seam seam) {
        return switch (mode) {
            case ORDER -> orderEnds(seam);
            case GIVING -> orderEnds(seam) || (seam.join() != Join.NONE && givesOn(seam.next()));
            case PLACING ->
                orderEnds(seam)
                        || (seam.join() != Join.NONE && seam.next() >= headEnd && places(seam.next()) > seam.next());
            case DECLARED, ASKED -> contentEnds(seam) || tellsOn(seam);
            // "Tell Sarah: ...": all that follows is said to her, unless a pause and a joining word end it.
            case QUOTED -> seam.join() == Join.STOP ? seam.weak() : seam.strong() && seam.commaAnd();
            case ASKED_ORDER -> seam.join() == Join.STOP && seam.weak();
            case CONDITION -> seam.join() == Join.NONE ? seam.next() == headEnd && then(seam.next()) : orderEnds(seam);
            case LIST -> further(seam) || picks(seam) || (!one(seam.next()) && (listEnds(seam) || refersBack(seam)));
        };
    }

    /** "Once the contract is signed Paulo should ..." */
    private boolean then(int next) {
        return seams.opens("opener", next)
                && !language.words("starts").contains(words.at(next).norm());
    }

    /** "Create tasks to ... and to ..., assign the first to Paulo". */
    private boolean refersBack(Seam seam) {
        return announced == 0 && seam.join() != Join.NONE && seams.opens("refers", seam.next());
    }

    /** "... and repaint the gate, the first one for Teresa". */
    private boolean picks(Seam seam) {
        return seam.join() != Join.NONE && seams.opens("refers_nth", seam.next());
    }

    private boolean orderEnds(Seam seam) {
        return switch (seam.join()) {
            case STOP -> true;
            case COMMA, AND -> seam.weak() || heading(seam);
            case NONE ->
                (seam.strong() || seam.bare())
                        && (seam.next() - start > 1
                                || language.words("crisis")
                                        .contains(words.at(start).norm()));
        };
    }

    /** "Clean up cold brew: ...": what stands before the first colon may only say what all is about. */
    private boolean heading(Seam seam) {
        return first && mode == Mode.ORDER && words.gap(seam.at()) == Gap.COLON;
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
                        .anyMatch(i ->
                                language.words("moves_to").contains(words.at(i).norm()));
    }

    /** It names people, but tells nothing that they should do. */
    private boolean continues(int index) {
        String word = words.at(index).norm();
        return seams.joins(index) || language.words("introduces_detail").contains(word);
    }

    private boolean contentEnds(Seam seam) {
        return switch (seam.join()) {
            case STOP -> seam.weak();
            case COMMA, AND -> seam.strong() || seam.sequel();
            case NONE -> seam.strong() && !seams.punctuated();
        };
    }

    /** "Tell Sarah that ... and Mike that ..." */
    private boolean tellsOn(Seam seam) {
        return (seam.join() == Join.AND || seam.join() == Join.COMMA)
                && seam.next() > headEnd
                && seams.opens("tells_on", seam.next());
    }

    /** "Two tasks for Sarah: ... and ..., and one for Mike": more than were announced. */
    private boolean further(Seam seam) {
        return complete() && seam.join() != Join.NONE && seams.opens("further", seam.next());
    }

    private boolean complete() {
        return announced > 0 && separators > announced;
    }

    private boolean one(int next) {
        return language.words("one").contains(words.at(next).norm());
    }

    private boolean listEnds(Seam seam) {
        boolean complete = complete();
        return switch (seam.join()) {
            case STOP -> seam.weak() && (announced == 0 || complete);
            case COMMA, AND -> (seam.strong() || seam.sequel()) && complete;
            case NONE -> seam.strong() && complete && !seams.punctuated();
        };
    }
}
