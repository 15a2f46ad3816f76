package com.ceoplatform.voice.language.grammar;

import com.ceoplatform.voice.language.text.Tokenizer;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code intents/<language>}: {@code _language.yaml} first, then the files that it names. */
public final class LanguageFiles {

    private static final ObjectMapper YAML = new YAMLMapper();

    private final String code;
    private final JsonNode main;
    private final PatternCompiler patterns;

    private LanguageFiles(String code) {
        this.code = code;
        this.main = read(code, "_language");
        this.patterns = new PatternCompiler(texts(main.path("rules")));
    }

    /** The languages there are, in the order of {@code intents/languages.yaml}. */
    public static List<String> codes() {
        InputStream file = LanguageFiles.class.getResourceAsStream("/intents/languages.yaml");
        if (file == null) {
            throw new IllegalArgumentException("/intents/languages.yaml is missing");
        }
        List<String> codes = new ArrayList<>();
        YAML.readTree(file).forEach(code -> codes.add(code.asString()));
        return codes;
    }

    /** @throws IllegalArgumentException when a file is missing or malformed, saying which */
    public static Language load(String code) {
        return new LanguageFiles(code).language();
    }

    private Language language() {
        Map<String, Set<String>> words = new HashMap<>();
        main.path("words").properties().forEach(entry -> words.put(entry.getKey(), set(entry.getValue())));
        Map<String, Intent> intents = new LinkedHashMap<>();
        main.path("intents").forEach(name -> intents.put(name.asString(), intent(name.asString())));
        Map<String, List<Rule>> phrases = new HashMap<>();
        main.path("phrases").forEach(file -> phrases(file.asString(), phrases));
        return new Language(
                code,
                intents,
                phrases,
                lists(),
                words,
                texts(main.path("texts")),
                new Tokenizer(
                        words.getOrDefault("fillers", Set.of()),
                        words.getOrDefault("repeatable", Set.of()),
                        words.getOrDefault("honorifics", Set.of())));
    }

    private Map<String, Map<String, String>> lists() {
        Map<String, Map<String, String>> lists = new HashMap<>();
        main.path("lists").properties().forEach(list -> {
            Map<String, String> keys = new HashMap<>();
            list.getValue()
                    .properties()
                    .forEach(option ->
                            option.getValue().forEach(phrase -> keys.put(phrase.asString(), option.getKey())));
            lists.put(list.getKey(), Map.copyOf(keys));
        });
        return lists;
    }

    private Intent intent(String name) {
        JsonNode file = read(code, name);
        String action = file.path("action").asString(name);
        List<Rule> sentences = new ArrayList<>();
        file.path("sentences").forEach(sentence -> sentences.addAll(rules(name, name, sentence)));
        return new Intent(
                name,
                action,
                texts(file.path("details")),
                List.copyOf(sentences),
                file.path("example").asString(""));
    }

    private void phrases(String file, Map<String, List<Rule>> phrases) {
        read(code, file).properties().forEach(set -> {
            List<Rule> rules = new ArrayList<>();
            set.getValue().forEach(entry -> rules.addAll(rules(entry.path("is").asString(""), file, entry)));
            phrases.put(set.getKey(), List.copyOf(rules));
        });
    }

    /** An entry is a pattern, or {@code say} (one or several), {@code with} and {@code bonus}. */
    private List<Rule> rules(String name, String file, JsonNode entry) {
        if (entry.isString()) {
            return List.of(Rule.of(name, compile(file, entry.asString()), Map.of(), 0, entry.asString()));
        }
        Map<String, String> defaults = texts(entry.path("with"));
        double bonus = entry.path("bonus").asDouble(0);
        List<Rule> rules = new ArrayList<>();
        JsonNode say = entry.path("say");
        (say.isArray() ? say : YAML.createArrayNode().add(say))
                .forEach(pattern -> rules.add(
                        Rule.of(name, compile(file, pattern.asString()), defaults, bonus, pattern.asString())));
        return rules;
    }

    private Node compile(String file, String pattern) {
        try {
            return patterns.compile(pattern);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(path(code, file) + ": " + malformed.getMessage(), malformed);
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private static Set<String> set(JsonNode node) {
        Set<String> set = new HashSet<>();
        node.forEach(value -> set.addAll(List.of(value.asString().split("\\s+"))));
        return Set.copyOf(set);
    }

    private static JsonNode read(String code, String name) {
        InputStream file = LanguageFiles.class.getResourceAsStream(path(code, name));
        if (file == null) {
            throw new IllegalArgumentException(path(code, name) + " is missing");
        }
        return YAML.readTree(file);
    }

    private static String path(String code, String name) {
        return "/intents/" + code + "/" + name + ".yaml";
    }
}
