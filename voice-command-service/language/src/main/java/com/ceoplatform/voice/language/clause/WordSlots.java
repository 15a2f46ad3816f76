package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.date.DatePhrases;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slots that only the words themselves fill: numbers, times as written, and phrases of the language's lists. */
final class WordSlots {

    private static final double TYPED = 1.5;

    private final Scene scene;

    WordSlots(Scene scene) {
        this.scene = scene;
    }

    List<Filling> number(String list, int from, int limit) {
        Map<String, String> names = scene.language().lists().getOrDefault(list, Map.of());
        Optional<Numbers.Said> number = Numbers.at(scene.transcript(), from, limit, names);
        return number.map(said -> List.of(
                        new Filling(from, said.end(), new Value.Count(said.number()), TYPED * (said.end() - from))))
                .orElse(List.of());
    }

    /** "5", "5pm", "17:30". */
    List<Filling> clock(int from, int limit) {
        if (from >= limit) {
            return List.of();
        }
        String word = scene.transcript().at(from).norm();
        String digits = word.endsWith("am") || word.endsWith("pm") ? word.substring(0, word.length() - 2) : word;
        boolean written = !digits.isEmpty() && digits.length() <= 5 && Character.isDigit(digits.charAt(0));
        boolean time = written
                && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ':' || c == '.')
                && (!digits.equals(word) || digits.length() > 2);
        return time && DatePhrases.isClock(word)
                ? List.of(new Filling(from, from + 1, new Value.Option(word), TYPED))
                : List.of();
    }

    List<Filling> iso(int from, int limit) {
        if (from >= limit) {
            return List.of();
        }
        String word = scene.transcript().at(from).norm();
        boolean date = word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-';
        return date ? List.of(new Filling(from, from + 1, new Value.Option(word), TYPED)) : List.of();
    }

    List<Filling> option(String list, int from, int limit) {
        Map<String, String> options = scene.language().lists().get(list);
        if (options == null) {
            throw new IllegalArgumentException("no slot type {" + list + "} in language "
                    + scene.language().code());
        }
        for (int end = Math.min(limit, from + 4); end > from; end--) {
            String key = options.get(scene.transcript().words(from, end));
            if (key != null) {
                return List.of(new Filling(from, end, new Value.Option(key), TYPED * (end - from)));
            }
        }
        return List.of();
    }
}
