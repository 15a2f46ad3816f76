package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Rule;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes details off the ends of a clause, in every way that is possible: "... for Sarah by Friday with high priority". */
final class Peeler {

    private static final int MOST = 48;
    private static final int DEEPEST = 7;
    private static final String LASTING = "duration";
    private static final Set<String> TIMELY = Set.of("due", "deadline", "priority");

    private final Scene scene;
    private final Matcher matcher;

    Peeler(Scene scene, Matcher matcher) {
        this.scene = scene;
        this.matcher = matcher;
    }

    private record Found(int from, int to, Detail detail, double score) {}

    /** Every way, beginning with taking off nothing. The core may be empty. */
    List<Peeled> peel(int from, int to) {
        Map<Integer, List<Found>> byEnd = new HashMap<>();
        for (int start = from; start < to; start++) {
            if (start > from && determined(start)) {
                continue;
            }
            for (Found found : at("detail", start, to)) {
                byEnd.computeIfAbsent(found.to(), key -> new ArrayList<>()).add(found);
            }
        }
        Set<Peeled> all = new LinkedHashSet<>();
        List<Peeled> starts = new ArrayList<>();
        starts.add(new Peeled(from, to, List.of(), 0));
        int trimmed = to;
        while (trimmed > from + 1 && trailing(trimmed - 1)) {
            trimmed--;
        }
        if (trimmed < to) {
            starts.add(new Peeled(from, trimmed, List.of(), 0));
        }
        starts.addAll(heads(from, to));
        starts.forEach(start -> peel(start, byEnd, 0, all));
        return List.copyOf(all);
    }

    private void peel(Peeled so, Map<Integer, List<Found>> byEnd, int depth, Set<Peeled> all) {
        if (all.size() >= MOST || !all.add(so) || depth >= DEEPEST) {
            return;
        }
        int end = so.to();
        while (end > so.from() && ignorable(end - 1)) {
            end--;
        }
        List<Found> here = new ArrayList<>(byEnd.getOrDefault(so.to(), List.of()));
        if (end != so.to()) {
            here.addAll(byEnd.getOrDefault(end, List.of()));
        }
        here.sort((one, other) -> Double.compare(other.score(), one.score()));
        for (Found found : here) {
            if (found.from() >= so.from()) {
                int start = beforeConnectors(found.from(), so.from());
                List<Detail> details = new ArrayList<>(so.details());
                details.add(found.detail());
                double score = so.score() + found.score();
                peel(new Peeled(so.from(), start, List.copyOf(details), score), byEnd, depth + 1, all);
                if (start < found.from()) {
                    peel(new Peeled(so.from(), found.from(), List.copyOf(details), score), byEnd, depth + 1, all);
                }
            }
        }
    }

    /** "By Friday, have ..." */
    private List<Peeled> heads(int from, int to) {
        List<Peeled> heads = new ArrayList<>();
        for (Found found : at("head_detail", from, to)) {
            boolean pause = found.to() < to && scene.transcript().gap(found.to()) == Gap.COMMA;
            boolean more = found.to() < to
                    && !scene.language()
                            .words("one")
                            .contains(scene.transcript().at(found.to()).norm());
            if (more) {
                heads.add(new Peeled(found.to(), to, List.of(found.detail()), found.score() + (pause ? 0.5 : 0)));
            }
        }
        return heads;
    }

    private int beforeConnectors(int start, int from) {
        int position = start;
        while (position > from
                && scene.language()
                        .words("joins_detail")
                        .contains(scene.transcript().at(position - 1).norm())) {
            position--;
        }
        return position;
    }

    /** "The till by Friday": what follows an article is the name of a thing. */
    private boolean determined(int index) {
        return scene.language()
                .words("determiners")
                .contains(scene.transcript().at(index - 1).norm());
    }

    private boolean trailing(int index) {
        return scene.language()
                .words("trailing")
                .contains(scene.transcript().at(index).norm());
    }

    private boolean ignorable(int index) {
        String word = scene.transcript().at(index).norm();
        return scene.language().words("skipped").contains(word)
                || scene.language().words("trailing").contains(word);
    }

    private List<Found> at(String set, int start, int to) {
        List<Found> found = new ArrayList<>();
        for (Matched phrase : matcher.prefixes(scene.language().phrases(set), start, to)) {
            Rule rule = phrase.rule();
            Filling filling = phrase.slot(rule.name())
                    .orElseGet(() -> new Filling(
                            start,
                            phrase.end(),
                            new Value.Option(rule.defaults().getOrDefault(rule.name(), "")),
                            0));
            found.add(new Found(start, phrase.end(), new Detail(rule.name(), filling), phrase.score()));
        }
        return found;
    }

    /** The words name people and nothing else. */
    boolean people(int from, int to) {
        return !matcher.prefixes(scene.language().phrases("only_people"), from, to).stream()
                .filter(matched -> matched.end() == to)
                .toList()
                .isEmpty();
    }

    /** It begins with whose it is: "for Luis to ...". */
    boolean owned(int from, int to) {
        return at("head_detail", from, to).stream()
                .anyMatch(found -> found.detail().kind().equals("assignees") && found.to() < to - 1);
    }

    /** Where a moment or a degree of urgency that is said of something ends, and nothing more is said of it. */
    Set<Integer> ends(int from, int to) {
        Set<Integer> ends = new TreeSet<>();
        for (int start = from; start < to; start++) {
            at("detail", start, to).stream()
                    .filter(found -> TIMELY.contains(found.detail().kind()))
                    .mapToInt(Found::to)
                    .max()
                    .ifPresent(ends::add);
        }
        ends.removeIf(end -> end < to
                && at("detail", end, to).stream()
                        .map(Found::detail)
                        .anyMatch(more -> TIMELY.contains(more.kind()) || LASTING.equals(more.kind())));
        return ends;
    }

    /** Where the details that begin at a position end, taken as many as follow each other; the position when none does. */
    int run(int start, int to) {
        int end = start;
        while (end < to) {
            int from = end;
            end = at("detail", from, to).stream().mapToInt(Found::to).max().orElse(from);
            if (end == from) {
                break;
            }
        }
        return end;
    }
}
