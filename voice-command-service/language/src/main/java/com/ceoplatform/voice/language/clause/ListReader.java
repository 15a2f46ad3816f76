package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads "A due Friday for Sarah, B due Wednesday for Mike, and C": things with details of their own, and details for all
 * of them ("both private").
 */
public final class ListReader {

    private final Transcript words;
    private final Language language;
    private final Peeler peeler;

    ListReader(Scene scene, Peeler peeler) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.peeler = peeler;
    }

    /** The things and the details that are common to all. */
    public record Listed(List<Item> items, List<Detail> shared) {}

    /**
     * @param announced how many were announced, 0 when nobody said
     * @param accepted kinds of details that such things have
     */
    public Listed read(int from, int to, int announced, Set<String> accepted) {
        NavigableSet<Integer> cuts = hardCuts(from, to);
        if (accepted.contains("members")) {
            withoutPeople(cuts, to);
        }
        if (announced > 0 && cuts.isEmpty()) {
            cuts.addAll(numbered(from, to));
        }
        int missing = announced - things(cuts, from, to, accepted);
        boolean oneBlock = announced == 0 && cuts.isEmpty();
        List<Integer> soft = softCuts(from, to, cuts);
        if (announced == 0 && !cuts.isEmpty() && !andBefore(cuts.last(), from)) {
            int last = cuts.last();
            soft.stream().filter(cut -> cut > last).max(Integer::compare).ifPresent(cuts::add);
        } else if (oneBlock) {
            cuts.addAll(soft);
        } else if (missing > 0) {
            soft.stream()
                    .sorted(Comparator.comparingInt((Integer cut) -> -likelihood(cut, from, to))
                            .thenComparing(Comparator.reverseOrder()))
                    .limit(missing)
                    .forEach(cuts::add);
            missing = announced - things(cuts, from, to, accepted);
            // What is said of all of them first is none of them.
            for (int tries = 0; tries < 2 && missing > 0; tries++) {
                afterDetails(from, to, missing, cuts);
                missing = announced - things(cuts, from, to, accepted);
            }
        }
        return collect(cuts, from, to, accepted);
    }

    private NavigableSet<Integer> hardCuts(int from, int to) {
        NavigableSet<Integer> cuts = new TreeSet<>();
        for (int i = from + 1; i < to; i++) {
            Gap gap = words.gap(i);
            if (gap == Gap.COMMA || gap == Gap.STOP || (gap == Gap.COLON && beforeColon(from, i))) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    /** "All due Friday: ...": said of all things before the first. */
    private boolean beforeColon(int from, int colon) {
        int first = skip("every", from, colon);
        return peeler.peel(first, colon).stream().anyMatch(peeled -> peeled.from() == peeled.to());
    }

    /** "Stores with Carmen, Daniel and Tyler": names after a comma are more members, no more things. */
    private void withoutPeople(NavigableSet<Integer> cuts, int to) {
        for (int cut : List.copyOf(cuts)) {
            Integer end = cuts.higher(cut);
            boolean every = language.words("every").contains(words.at(cut).norm());
            if (!every && peeler.people(cut, end == null ? to : end)) {
                cuts.remove(cut);
            }
        }
    }

    /** "One for Luis to ... one for Anjali to ...", without any punctuation. */
    private List<Integer> numbered(int from, int to) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = from + 1; i < to - 2; i++) {
            boolean one = language.words("one").contains(words.at(i).norm())
                    && language.words("introduces").contains(words.at(i + 1).norm());
            if (one) {
                cuts.add(language.words("joins").contains(words.at(i - 1).norm()) ? i - 1 : i);
            }
        }
        return cuts;
    }

    private List<Integer> softCuts(int from, int to, Set<Integer> cuts) {
        List<Integer> soft = new ArrayList<>();
        for (int i = from + 1; i < to - 1; i++) {
            boolean and = language.words("joins").contains(words.at(i).norm());
            if (and
                    && !cuts.contains(i)
                    && !language.words("joins").contains(words.at(i - 1).norm())) {
                soft.add(i);
            }
        }
        return soft;
    }

    private boolean andBefore(int cut, int from) {
        return cut > from && language.words("joins").contains(words.at(cut).norm());
    }

    /** "... and one for", "... by Friday and" are more likely than "sales and marketing". */
    private int likelihood(int cut, int from, int to) {
        int next = cut + 1;
        boolean starts = next < to
                && (language.words("one").contains(words.at(next).norm())
                        || language.words("articles").contains(words.at(next).norm()));
        boolean afterDetail = peeler.peel(from, cut).stream().anyMatch(peeled -> peeled.to() < cut);
        return (starts ? 1 : 0) + (afterDetail ? 2 : 0);
    }

    /** Without any punctuation a thing ends where its details do. */
    private void afterDetails(int from, int to, int missing, Set<Integer> cuts) {
        int left = missing;
        for (int i = from + 1; i < to && left > 0; i++) {
            int end = peeler.run(i, to);
            if (end > i) {
                boolean cut = end < to && !cuts.contains(end) && !cuts.contains(i);
                if (cut) {
                    cuts.add(end);
                    left--;
                }
                i = end - 1;
            }
        }
    }

    private int things(Set<Integer> cuts, int from, int to, Set<String> accepted) {
        return collect(cuts, from, to, accepted).items().size();
    }

    private Listed collect(Set<Integer> cuts, int from, int to, Set<String> accepted) {
        List<Item> items = new ArrayList<>();
        List<Detail> shared = new ArrayList<>();
        List<Integer> ends = new ArrayList<>(cuts);
        ends.add(to);
        int start = from;
        boolean forAll = false;
        for (int end : ends) {
            int begin = skip("joins", start, end);
            int first = skip("every", begin, end);
            forAll |= first > begin && detailsOnly(first, end, accepted);
            begin = forAll ? first : numbering(begin, end);
            // "..., all" whose details were said of the whole list.
            if (begin < end && first < end) {
                Peeled peeled = best(begin, end, accepted);
                boolean bare = peeled.from() == peeled.to();
                if (bare && (forAll || items.isEmpty() || (end == to && ofAll(begin, items, peeled)))) {
                    shared.addAll(peeled.details());
                } else if (bare) {
                    Item last = items.removeLast();
                    List<Detail> more = new ArrayList<>(last.details());
                    more.addAll(peeled.details());
                    items.add(new Item(last.from(), last.to(), more));
                } else {
                    items.add(new Item(peeled.from(), peeled.to(), peeled.details()));
                }
            }
            start = end;
        }
        return new Listed(items, shared);
    }

    /** "A, B and C, due Friday": said last after a pause, and of none of them before. */
    private boolean ofAll(int begin, List<Item> items, Peeled last) {
        return words.gap(begin) == Gap.COMMA
                && items.size() > 1
                && last.details().stream()
                        .noneMatch(detail -> items.stream()
                                .flatMap(item -> item.details().stream())
                                .anyMatch(own -> own.kind().equals(detail.kind())));
    }

    private boolean detailsOnly(int from, int to, Set<String> accepted) {
        return from < to
                && best(from, to, accepted).from() == best(from, to, accepted).to();
    }

    private Peeled best(int from, int to, Set<String> accepted) {
        return peeler.peel(from, to).stream()
                .filter(peeled -> peeled.details().stream()
                        .allMatch(detail -> accepted.contains(detail.kind())
                                || detail.kind().equals("courtesy")))
                .filter(peeled ->
                        peeled.details().stream().map(Detail::kind).distinct().count()
                                == peeled.details().size())
                .max(Comparator.comparingDouble(peeled -> peeled.score() + 0.3 * (peeled.to() - peeled.from())))
                .orElse(new Peeled(from, to, List.of(), 0));
    }

    private int skip(String set, int from, int to) {
        int position = from;
        while (position < to && language.words(set).contains(words.at(position).norm())) {
            position++;
        }
        return position;
    }

    /** "first", "2", "one for", "a task to" before a thing of the list. */
    private int numbering(int from, int to) {
        int position = from;
        boolean digit = position < to - 1
                && Character.isDigit(words.at(position).norm().charAt(0))
                && words.gap(position + 1) == Gap.STOP;
        if (digit) {
            position++;
        }
        Map<String, String> ordinals = language.lists().getOrDefault("enumeration", Map.of());
        if (position < to - 1 && ordinals.containsKey(words.at(position).norm())) {
            position++;
        }
        int one = skip("one", position, to);
        int noun = skip("item_nouns", one > position ? one : skip("articles", position, to), to);
        boolean introduced = one > position || noun > skip("articles", position, to);
        // "One for Luis to ...": whose it is, is said first.
        if (introduced && peeler.owned(noun, to)) {
            return noun;
        }
        return introduced ? skip("introduces", noun, to) : position;
    }
}
