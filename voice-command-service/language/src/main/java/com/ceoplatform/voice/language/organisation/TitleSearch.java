package com.ceoplatform.voice.language.organisation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds titles by the share of words they have in common with what was said; "sitemap" is "site map". */
final class TitleSearch<T> {

    private static final int CONSIDERED = 200;
    private static final int RETURNED = 20;
    private static final double LEAST = 0.34;

    private final NameIndex index = new NameIndex();
    private final Map<String, String> joined = new ConcurrentHashMap<>();
    private final Function<T, String> title;

    TitleSearch(Function<T, String> title) {
        this.title = title;
    }

    void put(String id, T value) {
        List<String> words = Words.strong(Words.of(title.apply(value)));
        String whole = String.join("", words);
        index.put(id, Stream.concat(words.stream(), pairs(words)).distinct().toList());
        joined.put(id, whole);
    }

    void remove(String id) {
        index.remove(id);
        joined.remove(id);
    }

    /** Two words that a recogniser may hear as one. */
    private static Stream<String> pairs(List<String> words) {
        return IntStream.range(0, Math.max(0, words.size() - 1)).mapToObj(i -> words.get(i) + words.get(i + 1));
    }

    List<Match<T>> find(String spoken, Function<String, T> byId, Predicate<T> visible) {
        List<String> words = Words.strong(Words.of(spoken));
        if (words.isEmpty()) {
            return List.of();
        }
        List<NameIndex.Heard> heard =
                index.hear(Stream.concat(words.stream(), pairs(words)).distinct().toList());
        Map<String, Double> shares = new HashMap<>();
        heard.forEach(word -> word.meanings().forEach((meaning, likeness) -> {
            double weight = likeness * weight(meaning);
            index.having(meaning).forEach(id -> shares.merge(id, weight, Double::sum));
        }));
        Comparator<Match<T>> best = Comparator.comparingDouble(match -> -match.score());
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(CONSIDERED)
                .map(entry -> match(words, entry.getKey(), byId))
                .flatMap(Optional::stream)
                .filter(match -> match.score() >= LEAST && visible.test(match.value()))
                .sorted(best)
                .limit(RETURNED)
                .toList();
    }

    private Optional<Match<T>> match(List<String> words, String id, Function<String, T> byId) {
        T value = byId.apply(id);
        return value == null
                ? Optional.empty()
                : Optional.of(new Match<>(value, likeness(words, title.apply(value), id)));
    }

    private double likeness(List<String> spoken, String name, String id) {
        List<String> words = Words.strong(Words.of(name));
        String whole = String.join("", spoken);
        String other = joined.getOrDefault(id, "");
        if (whole.equals(other)) {
            return 1;
        }
        double letters = new JaroWinklerSimilarity().apply(whole, other) - 0.06;
        return Math.max(letters < 0.86 ? 0 : letters, common(spoken, words));
    }

    /** Twice the common weight over the weight of both: 1 when every word has its like. */
    private double common(List<String> spoken, List<String> words) {
        Map<String, Map<String, Double>> meanings =
                spoken.stream().distinct().collect(Collectors.toMap(word -> word, index::alike));
        double common = 0;
        double all = words.stream().mapToDouble(this::weight).sum();
        for (String word : spoken) {
            double best = 0;
            String of = word;
            for (String known : words) {
                double likeness = meanings.getOrDefault(word, Map.of()).getOrDefault(known, 0.0);
                if (likeness > best) {
                    best = likeness;
                    of = known;
                }
            }
            all += weight(of);
            common += 2 * best * weight(of);
        }
        return all == 0 ? 0 : Math.min(0.99, common / all);
    }

    /** Rare words tell more. */
    private double weight(String word) {
        return 1 + Math.log((1.0 + index.size()) / (1.0 + index.having(word).size())) / 4;
    }
}
