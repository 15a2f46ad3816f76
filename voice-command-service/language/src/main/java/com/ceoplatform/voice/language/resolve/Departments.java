package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Departments by their name, a word of it, or what people call them ("dev", "HR"). */
final class Departments {

    private static final double PER_WORD = 1.5;
    private static final double PART = 0.75;

    private final Scene scene;
    private final Map<String, String> aliases;
    private final List<Known> all;

    Departments(Scene scene) {
        this.scene = scene;
        this.aliases = scene.language().lists().getOrDefault("department", Map.of());
        this.all = scene.organisation().departments().stream().map(this::known).toList();
    }

    record Department(String name) implements Value {}

    /** A department, as it is compared. */
    private record Known(Department department, List<String> words, String canonical, String initials) {}

    private Known known(String name) {
        List<String> words =
                Words.of(name).stream().filter(word -> !word.equals("and")).toList();
        String initials = words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return new Known(new Department(name), words, canonical(String.join(" ", words)), initials);
    }

    List<Filling> at(int from, int limit) {
        if (from < limit && pronoun(from)) {
            return List.of();
        }
        List<Filling> fillings = new ArrayList<>();
        for (Known known : all) {
            int whole = spoken(known, from, limit);
            int initials = whole > from ? whole : initials(known, from, limit);
            if (whole == from && initials > from) {
                fillings.add(new Filling(from, initials, known.department(), PER_WORD * (initials - from)));
            } else if (whole > from) {
                fillings.add(new Filling(from, whole, known.department(), PER_WORD * (whole - from) + 0.5));
            } else if (from < limit
                    && part(known.words(), scene.transcript().at(from).norm())) {
                fillings.add(new Filling(from, from + 1, known.department(), PART));
            }
        }
        return fillings.stream().anyMatch(filling -> filling.score() > PART)
                ? fillings.stream().filter(filling -> filling.score() > PART).toList()
                : fillings;
    }

    /** "It" is the department only where it is written so, or called a team. */
    private boolean pronoun(int at) {
        boolean team = at + 1 < scene.transcript().size()
                && scene.language()
                        .words("team_nouns")
                        .contains(scene.transcript().at(at + 1).norm());
        return scene.transcript().is(at, "it")
                && !team
                && !scene.transcript().at(at).raw().equals("IT");
    }

    /** Where the name ends when it is said from there on, else {@code from}. */
    private int spoken(Known known, int from, int limit) {
        int position = from;
        for (String word : known.words()) {
            if (position > from && position < limit && isAnd(position)) {
                position++;
            }
            if (position >= limit || !same(word, scene.transcript().at(position).norm())) {
                return alias(known, from, limit);
            }
            position++;
        }
        return position;
    }

    private boolean isAnd(int position) {
        String word = scene.transcript().at(position).norm();
        return word.equals("and") || word.equals("&");
    }

    private int alias(Known known, int from, int limit) {
        for (int end = Math.min(limit, from + 3); end > from; end--) {
            String said = scene.transcript().words(from, end);
            if (aliases.containsKey(said) && canonical(said).equals(known.canonical())) {
                return end;
            }
        }
        return from;
    }

    /** "R&D", "r and d", "CS". */
    private int initials(Known known, int from, int limit) {
        String initials = known.initials();
        StringBuilder said = new StringBuilder();
        for (int i = from; initials.length() > 1 && i < Math.min(limit, from + 5); i++) {
            String word = scene.transcript().at(i).norm();
            if (i == from || !isAnd(i)) {
                said.append(word.chars()
                        .filter(Character::isLetter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
            }
            if (said.toString().equals(initials)) {
                return i + 1;
            }
            if (!initials.startsWith(said.toString())) {
                return from;
            }
        }
        return from;
    }

    private String canonical(String name) {
        return aliases.getOrDefault(name, name);
    }

    private static boolean same(String word, String said) {
        String bare = said.endsWith("'s") ? said.substring(0, said.length() - 2) : said;
        if (word.equals(bare)) {
            return true;
        }
        return word.length() > 4
                && bare.length() > 4
                && word.charAt(0) == bare.charAt(0)
                && new DoubleMetaphone().isDoubleMetaphoneEqual(word, bare)
                && new JaroWinklerSimilarity().apply(word, bare) > 0.9;
    }

    private static boolean part(List<String> words, String said) {
        return words.size() > 1 && said.length() > 3 && words.contains(said);
    }
}
