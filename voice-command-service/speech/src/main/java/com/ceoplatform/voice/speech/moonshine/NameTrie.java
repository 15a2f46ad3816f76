package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Known names as sequences of tokens. Immutable once built; a {@link Cursor} follows one transcript through it. */
final class NameTrie {

    /** Enough to win between words that sound alike, too little to put a name where none was said. */
    private static final float START = 1.5f;

    private static final float CONTINUATION = 3f;

    private final Node root = new Node();

    private final Set<Integer> starts = new HashSet<>();

    private NameTrie() {}

    static NameTrie of(List<String> names, LlamaVocabulary vocabulary) {
        NameTrie trie = new NameTrie();
        for (String name : names) {
            String spoken = name.strip();
            if (!spoken.isEmpty()) {
                trie.add(vocabulary.encode(spoken));
            }
        }
        // A single letter begins too many other words: it is not favoured, only followed.
        trie.root.children.keySet().stream()
                .filter(token -> vocabulary.decode(List.of(token)).length() > 1)
                .forEach(trie.starts::add);
        return trie;
    }

    private void add(List<Integer> tokens) {
        Node node = root;
        for (int token : tokens) {
            node = node.children.computeIfAbsent(token, ignored -> new Node());
        }
    }

    Cursor cursor() {
        return new Cursor();
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
    }

    /** The names that the last tokens may be the beginning of. */
    final class Cursor {

        private List<Node> open = new ArrayList<>();

        /** Raises the log-probabilities of the tokens that begin or continue a name. */
        void boost(float[] logits) {
            for (int token : starts) {
                if (open.stream().noneMatch(node -> node.children.containsKey(token))) {
                    logits[token] += START;
                }
            }
            open.stream()
                    .flatMap(node -> node.children.keySet().stream())
                    .distinct()
                    .forEach(token -> logits[token] += CONTINUATION);
        }

        void advance(int token) {
            List<Node> next = new ArrayList<>();
            for (Node node : open) {
                addChild(next, node, token);
            }
            addChild(next, root, token);
            open = next;
        }

        private static void addChild(List<Node> next, Node node, int token) {
            Node child = node.children.get(token);
            if (child != null && !child.children.isEmpty()) {
                next.add(child);
            }
        }
    }
}
