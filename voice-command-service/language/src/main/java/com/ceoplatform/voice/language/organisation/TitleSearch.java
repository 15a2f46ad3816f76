package com.ceoplatform.voice.language.organisation;

import java.util.ArrayList;
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
    private static final int LOOKED_UP = 800;
    private static final int LIKELY = 150;
    private static final int RETURNED = 20;
    private static final int MEANINGS = 8;
    private static final double LEAST = 0.34;
    // "The tunnel channel": a few of its words, none that it has not.
    private static final double PART = 0.6;
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

    /** What a spoken word may be: a word of titles. */
    private record Meaning(String word, double likeness, double weight, List<Title> titles) {}

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
        remove(id);
        List<String> words = Words.strong(Words.of(title.apply(value)));
        Title known = new Title(id, words);
        titles.put(id, known);
        index.put(
                known, Stream.concat(words.stream(), pairs(words)).distinct().toList());
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

    /** @param memory what words may mean, kept by whoever asks several times about one sentence */
    List<Match<T>> find(
            String said, Map<String, Map<String, Double>> memory, Function<String, T> byId, Predicate<T> visible) {
        List<String> words = Words.strong(Words.of(said));
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Double>> heard = new HashMap<>();
        Stream.concat(words.stream(), pairs(words))
                .forEach(word -> heard.put(word, memory.computeIfAbsent(word, index::alike)));
        Letters whole = new Letters(String.join("", words));
        List<Match<T>> matches = new ArrayList<>();
        for (Share candidate : candidates(heard)) {
            double score = likeness(words, whole, heard, candidate.title);
            T value = score < LEAST ? null : byId.apply(candidate.title.id);
            if (value != null && visible.test(value)) {
                matches.add(new Match<>(value, score));
            }
        }
        Comparator<Match<T>> best = Comparator.comparingDouble(match -> -match.score());
        matches.sort(best);
        return matches.subList(0, Math.min(RETURNED, matches.size()));
    }

    private Iterable<Share> candidates(Map<String, Map<String, Double>> heard) {
        Map<Title, Share> shares = new HashMap<>();
        int left = LOOKED_UP;
        boolean trimmed = false;
        for (Meaning meaning : meanings(heard)) {
            double share = meaning.likeness() * meaning.weight();
            if (left > 0) {
                int taken = Math.min(left, meaning.titles().size());
                for (int i = 0; i < taken; i++) {
                    shares.computeIfAbsent(meaning.titles().get(i), Share::new).sum += share;
                }
                left -= taken;
                continue;
            }
            // Too common to look up: it only tells the titles found so far apart.
            if (!trimmed) {
                Iterable<Share> likely = most(shares.values(), LIKELY);
                shares = new HashMap<>();
                for (Share one : likely) {
                    shares.put(one.title, one);
                }
                trimmed = true;
            }
            for (Share one : shares.values()) {
                one.sum += index.words(one.title).contains(meaning.word()) ? share : 0;
            }
        }
        return most(shares.values(), CONSIDERED);
    }

    /** Rarest first. */
    private List<Meaning> meanings(Map<String, Map<String, Double>> heard) {
        List<Meaning> meanings = new ArrayList<>();
        for (Map<String, Double> alike : heard.values()) {
            alike.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(MEANINGS)
                    .forEach(entry -> meanings.add(new Meaning(
                            entry.getKey(), entry.getValue(), weight(entry.getKey()), index.having(entry.getKey()))));
        }
        meanings.sort(Comparator.comparingInt(meaning -> meaning.titles().size()));
        return meanings;
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

    private double likeness(List<String> said, Letters whole, Map<String, Map<String, Double>> heard, Title known) {
        if (whole.equals(known.whole)) {
            return 1;
        }
        double words = Math.max(known.words.containsAll(said) ? PART : 0, common(said, heard, known.words));
        double letters = whole.likeness(known.whole, Math.max(LETTERS, words + UNCERTAIN));
        return Math.max(words, letters - UNCERTAIN);
    }

    /** Twice the common weight over the weight of both: 1 when every word has its like. */
    private double common(List<String> said, Map<String, Map<String, Double>> heard, List<String> words) {
        double common = 0;
        double all = 0;
        for (String known : words) {
            all += weight(known);
        }
        for (String word : said) {
            Map<String, Double> alike = heard.getOrDefault(word, Map.of());
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
        return 1
                + Math.log((1.0 + index.size()) / (1.0 + index.having(word).size())) / 4;
    }
}
