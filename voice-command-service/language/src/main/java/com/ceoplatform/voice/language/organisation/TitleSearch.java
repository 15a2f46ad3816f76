package com.ceoplatform.voice.language.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

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
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private final NameIndex index = new NameIndex();
    private final Map<String, Title> titles = new ConcurrentHashMap<>();
    private final Function<T, String> title;

    TitleSearch(Function<T, String> title) {
        this.title = title;
    }

    /** A title as compared: its telling words, and all of them in one. */
    private record Title(List<String> words, String whole) {}

    private record Meaning(String word, double likeness, Set<String> ids) {}

    void put(String id, T value) {
        List<String> words = Words.strong(Words.of(title.apply(value)));
        index.put(id, Stream.concat(words.stream(), pairs(words)).distinct().toList());
        titles.put(id, new Title(words, String.join("", words)));
    }

    void remove(String id) {
        index.remove(id);
        titles.remove(id);
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
        List<Match<T>> matches = new ArrayList<>();
        for (String id : candidates(heard)) {
            Title known = titles.get(id);
            T value = byId.apply(id);
            if (known != null && value != null) {
                double score = likeness(words, heard, known);
                if (score >= LEAST && visible.test(value)) {
                    matches.add(new Match<>(value, score));
                }
            }
        }
        Comparator<Match<T>> best = Comparator.comparingDouble(match -> -match.score());
        matches.sort(best);
        return matches.subList(0, Math.min(RETURNED, matches.size()));
    }

    private List<String> candidates(Map<String, Map<String, Double>> heard) {
        List<Meaning> meanings = new ArrayList<>();
        heard.values()
                .forEach(alike -> alike.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(MEANINGS)
                        .forEach(entry -> meanings.add(
                                new Meaning(entry.getKey(), entry.getValue(), index.having(entry.getKey())))));
        meanings.sort(Comparator.comparingInt(meaning -> meaning.ids().size()));
        Map<String, Double> shares = new HashMap<>();
        int left = LOOKED_UP;
        boolean trimmed = false;
        for (Meaning meaning : meanings) {
            if (left > 0) {
                int taken = 0;
                for (String id : meaning.ids()) {
                    shares.merge(id, meaning.likeness() * weight(meaning.word()), Double::sum);
                    if (++taken >= left) {
                        break;
                    }
                }
                left -= taken;
            } else {
                // Too common to look up: it only tells the titles found so far apart.
                if (!trimmed) {
                    shares.keySet().retainAll(Set.copyOf(most(shares, LIKELY)));
                    trimmed = true;
                }
                double share = meaning.likeness() * weight(meaning.word());
                shares.replaceAll((id, sum) -> meaning.ids().contains(id) ? sum + share : sum);
            }
        }
        return most(shares, CONSIDERED);
    }

    private static List<String> most(Map<String, Double> shares, int number) {
        PriorityQueue<Map.Entry<String, Double>> most = new PriorityQueue<>(Map.Entry.comparingByValue());
        for (Map.Entry<String, Double> entry : shares.entrySet()) {
            most.add(entry);
            if (most.size() > number) {
                most.poll();
            }
        }
        return most.stream().map(Map.Entry::getKey).toList();
    }

    private double likeness(List<String> said, Map<String, Map<String, Double>> heard, Title known) {
        String whole = String.join("", said);
        if (whole.equals(known.whole())) {
            return 1;
        }
        double letters = LETTERS.apply(whole, known.whole()) - 0.06;
        double part = known.words().containsAll(said) ? PART : 0;
        return Math.max(part, Math.max(letters < 0.86 ? 0 : letters, common(said, heard, known.words())));
    }

    /** Twice the common weight over the weight of both: 1 when every word has its like. */
    private double common(List<String> said, Map<String, Map<String, Double>> heard, List<String> words) {
        double common = 0;
        double all = words.stream().mapToDouble(this::weight).sum();
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
        return 1 + Math.log((1.0 + index.size()) / (1.0 + index.having(word).size())) / 4;
    }
}
