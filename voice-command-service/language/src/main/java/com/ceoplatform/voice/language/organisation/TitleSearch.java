package com.ceoplatform.voice.language.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds titles by the share of words they have in common with what was said; "sitemap" is "site map". Only the rarest of
 * the spoken words are looked up, so that a hundred thousand titles cost no more than a few thousand.
 */
final class TitleSearch<T> {

    private static final int CONSIDERED = 60;
    private static final int LOOKED_UP = 400;
    private static final int LIKELY = 150;
    private static final int RETURNED = 20;
    private static final int MEANINGS = 8;
    private static final double LEAST = 0.34;
    // "The tunnel channel": a few of its words, none that it has not.
    private static final double PART = 0.6;
    private static final double KIND = 0.66;
    private static final double LETTERS = 0.92;
    private static final double UNCERTAIN = 0.06;

    private final NameIndex<Title> index = new NameIndex<>();
    private final Map<String, Title> titles = new ConcurrentHashMap<>();
    private final Function<T, String> title;

    TitleSearch(Function<T, String> title) {
        this.title = title;
    }

    /** A title as compared: its telling words, and all of them in one. Equal only to itself, which is quick to find out. */
    private static final class Title {

        private final String id;
        private final List<String> words;
        private final Letters whole;

        Title(String id, List<String> words) {
            this.id = id;
            this.words = words;
            this.whole = new Letters(String.join("", words));
        }
    }

    /** A word of titles that a spoken word may be. */
    private record Meaning(String word, double share, List<Title> titles) {}

    /** What a spoken word may be, with the likeness of each, and the likeliest of them. */
    private record Heard(Map<String, Double> alike, List<Meaning> meanings) {}

    /** What was heard so far, kept by whoever asks several times about one sentence. */
    static final class Memory {

        private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    }

    /** How much of what was said a title has. */
    private static final class Share {

        private final Title title;
        private double sum;

        Share(Title title) {
            this.title = title;
        }

        double sum() {
            return sum;
        }
    }

    void put(String id, T value) {
        List<String> words = Words.strong(Words.of(title.apply(value)));
        Title now = titles.get(id);
        if (now != null && now.words.equals(words)) {
            // Most changes leave the title alone.
            return;
        }
        Title known = new Title(id, words);
        index.put(known, words, pairs(words).toList());
        Title before = titles.put(id, known);
        if (before != null) {
            index.remove(before);
        }
    }

    void remove(String id) {
        Title before = titles.remove(id);
        if (before != null) {
            index.remove(before);
        }
    }

    /** Two words that a recogniser may hear as one. */
    private static Stream<String> pairs(List<String> words) {
        return IntStream.range(0, Math.max(0, words.size() - 1))
                .filter(i -> Words.spelt(words.get(i)) && Words.spelt(words.get(i + 1)))
                .mapToObj(i -> words.get(i) + words.get(i + 1));
    }

    /** The titles most like what was said, best first. */
    List<Match<T>> find(String said, Memory memory, Function<String, T> byId, Predicate<T> visible) {
        List<String> words = Words.strong(Words.of(said));
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Heard> heard = new HashMap<>();
        Stream.concat(words.stream(), pairs(words))
                .forEach(word -> heard.put(word, memory.heard.computeIfAbsent(word, this::hear)));
        Letters whole = new Letters(String.join("", words));
        List<Match<T>> matches = new ArrayList<>();
        for (Share candidate : candidates(heard.values())) {
            double score = likeness(words, whole, heard, candidate.title);
            T value = score < LEAST ? null : byId.apply(candidate.title.id);
            if (value != null && visible.test(value)) {
                matches.add(new Match<>(value, score));
            }
        }
        Comparator<Match<T>> best = Comparator.<Match<T>>comparingDouble(match -> -match.score())
                .thenComparing(match -> title.apply(match.value()));
        matches.sort(best);
        return matches.subList(0, Math.min(RETURNED, matches.size()));
    }

    private Heard hear(String word) {
        Map<String, Double> alike = index.alike(word);
        List<Meaning> meanings = alike.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MEANINGS)
                .map(like -> new Meaning(
                        like.getKey(), like.getValue() * weight(like.getKey()), index.having(like.getKey())))
                .toList();
        return new Heard(alike, meanings);
    }

    private Iterable<Share> candidates(Collection<Heard> heard) {
        List<Meaning> rarestFirst = heard.stream()
                .flatMap(one -> one.meanings().stream())
                .sorted(Comparator.comparingInt(meaning -> meaning.titles().size()))
                .toList();
        Map<Title, Share> shares = new HashMap<>();
        Map<String, Double> common = new HashMap<>();
        int left = LOOKED_UP;
        for (Meaning meaning : rarestFirst) {
            int taken = Math.min(left, meaning.titles().size());
            for (int i = 0; i < taken; i++) {
                shares.computeIfAbsent(meaning.titles().get(i), Share::new).sum += meaning.share();
            }
            left -= taken;
            if (taken == 0) {
                common.merge(meaning.word(), meaning.share(), Double::sum);
            }
        }
        return most(common.isEmpty() ? shares.values() : toldApart(shares.values(), common), CONSIDERED);
    }

    /** Words too common to look up only tell the titles found so far apart. */
    private Iterable<Share> toldApart(Iterable<Share> found, Map<String, Double> common) {
        Iterable<Share> likely = most(found, LIKELY);
        for (Share share : likely) {
            for (String word : index.words(share.title)) {
                share.sum += common.getOrDefault(word, 0.0);
            }
        }
        return likely;
    }

    private static Iterable<Share> most(Iterable<Share> shares, int number) {
        PriorityQueue<Share> most = new PriorityQueue<>(Comparator.comparingDouble(Share::sum));
        for (Share share : shares) {
            Share least = most.size() < number ? null : most.peek();
            if (least == null || share.sum > least.sum) {
                if (least != null) {
                    most.poll();
                }
                most.add(share);
            }
        }
        return most;
    }

    private double likeness(List<String> said, Letters whole, Map<String, Heard> heard, Title known) {
        if (whole.equals(known.whole)) {
            return 1;
        }
        // "The order" is every order alike, however long its title.
        if (said.size() == 1 && known.words.size() > 1 && known.words.getLast().equals(said.getFirst())) {
            return KIND;
        }
        double words = Math.max(known.words.containsAll(said) ? PART : 0, common(said, heard, known.words));
        double letters = whole.likeness(known.whole, Math.max(LETTERS, words + UNCERTAIN));
        return Math.max(words, letters - UNCERTAIN);
    }

    /** Twice the common weight over the weight of both: 1 when every word has its like. */
    private double common(List<String> said, Map<String, Heard> heard, List<String> words) {
        double common = 0;
        double all = 0;
        for (String known : words) {
            all += weight(known);
        }
        for (String word : said) {
            Heard as = heard.get(word);
            Map<String, Double> alike = as == null ? Map.of() : as.alike();
            String best = word;
            double likeness = 0;
            for (String known : words) {
                double like = alike.getOrDefault(known, 0.0);
                if (like > likeness) {
                    likeness = like;
                    best = known;
                }
            }
            double weight = weight(best);
            all += weight;
            common += 2 * likeness * weight;
        }
        return all == 0 ? 0 : Math.min(0.99, common / all);
    }

    /** Rare words tell more. */
    private double weight(String word) {
        return 1 + Math.log((1.0 + index.size()) / (1.0 + index.having(word).size())) / 4;
    }
}
