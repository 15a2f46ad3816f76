package com.ceoplatform.voice.language.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short forms of first names, both ways: Mike is Michael, Michael is Mike. From {@code nicknames.txt}. */
final class Nicknames {

    private final Map<String, Set<String>> others;

    private Nicknames(Map<String, Set<String>> others) {
        this.others = others;
    }

    static Nicknames load() {
        Map<String, Set<String>> others = new HashMap<>();
        InputStream resource = Objects.requireNonNull(
                Nicknames.class.getResourceAsStream("/nicknames.txt"), "nicknames.txt is missing");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> relate(line.strip().split("\\s+"), others));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Nicknames(others);
    }

    private static void relate(String[] names, Map<String, Set<String>> others) {
        for (String name : names) {
            Set<String> related = others.computeIfAbsent(name, key -> new HashSet<>());
            related.addAll(Set.of(names));
            related.remove(name);
        }
    }

    Set<String> of(String name) {
        return others.getOrDefault(name, Set.of());
    }
}
