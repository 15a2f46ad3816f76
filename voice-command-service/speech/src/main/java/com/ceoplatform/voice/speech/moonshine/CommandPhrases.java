package com.ceoplatform.voice.speech.moonshine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What spoken commands are made of besides names: priorities, due dates, the things that are commanded.
 *
 * @param anywhere in a command
 * @param afterName only there: what is easily heard as a part of the name
 * @param beginnings of orders
 * @param beforeOrder words and marks that another order may follow
 * @param beforeName words that a name is likely to follow
 */
record CommandPhrases(
        List<String> anywhere,
        List<String> afterName,
        List<String> beginnings,
        List<String> beforeOrder,
        List<String> beforeName) {

    static final CommandPhrases NONE = new CommandPhrases(List.of(), List.of(), List.of(), List.of(), List.of());

    private static final String RESOURCE = "command-phrases.txt";

    static CommandPhrases english() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = List.of();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line, ignored -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return new CommandPhrases(
                section(sections, "anywhere"),
                section(sections, "after a name"),
                section(sections, "beginning"),
                section(sections, "before an order"),
                section(sections, "before a name"));
    }

    private static List<String> section(Map<String, List<String>> sections, String name) {
        List<String> phrases = sections.get("[" + name + "]");
        if (phrases == null) {
            throw new IllegalStateException(RESOURCE + " has no section " + name);
        }
        return List.copyOf(phrases);
    }

    private static List<String> lines() {
        try (InputStream in = CommandPhrases.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
