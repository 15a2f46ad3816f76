package com.ceoplatform.voice.language.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads patterns: words, {@code (this|that)}, {@code [optional]}, {@code {slot}} or {@code {slot:type}}, and
 * {@code <rule>} for a shared part.
 */
final class PatternCompiler {

    private static final Node NOTHING = new Node.Sequence(List.of());

    private final Map<String, String> rules;
    private final Map<String, Node> compiled = new HashMap<>();

    PatternCompiler(Map<String, String> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming the pattern when it is malformed */
    Node compile(String pattern) {
        Reader reader = new Reader(pattern);
        Node node = reader.alternatives();
        if (!reader.atEnd()) {
            throw reader.malformed("unexpected '" + pattern.charAt(reader.position) + "'");
        }
        return node;
    }

    private Node rule(String name, Reader reader) {
        Node known = compiled.get(name);
        if (known != null) {
            return known;
        }
        String body = rules.get(name);
        if (body == null) {
            throw reader.malformed("no rule <" + name + ">");
        }
        Node node = compile(body);
        compiled.put(name, node);
        return node;
    }

    private final class Reader {

        private final String pattern;
        private int position;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        boolean atEnd() {
            return position >= pattern.length();
        }

        IllegalArgumentException malformed(String why) {
            return new IllegalArgumentException(why + " in pattern: " + pattern);
        }

        Node alternatives() {
            List<Node> options = new ArrayList<>();
            options.add(sequence());
            while (!atEnd() && pattern.charAt(position) == '|') {
                position++;
                options.add(sequence());
            }
            return options.size() == 1 ? options.getFirst() : new Node.Choice(options);
        }

        private Node sequence() {
            List<Node> parts = new ArrayList<>();
            while (!atEnd() && "|)]".indexOf(pattern.charAt(position)) < 0) {
                char c = pattern.charAt(position);
                switch (c) {
                    case ' ' -> position++;
                    case '(' -> parts.add(group(')'));
                    case '[' -> parts.add(new Node.Choice(List.of(group(']'), NOTHING)));
                    case '{' -> parts.add(slot(until('}')));
                    case '<' -> parts.add(rule(until('>'), this));
                    default -> parts.add(word());
                }
            }
            return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
        }

        private Node group(char end) {
            position++;
            Node inner = alternatives();
            if (atEnd() || pattern.charAt(position) != end) {
                throw malformed("missing '" + end + "'");
            }
            position++;
            return inner;
        }

        private Node slot(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Node.Slot(text, text)
                    : new Node.Slot(text.substring(0, colon), text.substring(colon + 1));
        }

        private String until(char end) {
            int close = pattern.indexOf(end, position);
            if (close < 0) {
                throw malformed("missing '" + end + "'");
            }
            String inner = pattern.substring(position + 1, close);
            position = close + 1;
            return inner;
        }

        private Node word() {
            int from = position;
            while (!atEnd() && " ()[]{}<>|".indexOf(pattern.charAt(position)) < 0) {
                position++;
            }
            return new Node.Word(pattern.substring(from, position));
        }
    }
}
