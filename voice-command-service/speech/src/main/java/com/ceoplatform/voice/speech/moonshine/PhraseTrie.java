package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and phrases likely to be said, as sequences of tokens that begin with a word. Immutable once built; a
 * {@link Position} follows one transcript through it.
 */
final class PhraseTrie {

    /** Enough to win between words that sound alike, too little to put a name where none was said. */
    private static final float START = 2.5f;

    private static final float CONTINUATION = 4.5f;

    private final LlamaVocabulary vocabulary;
    private final Node root = new Node();
    private final Set<Integer> starts = new HashSet<>();

    private PhraseTrie(LlamaVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Favours names and phrases alike.
     *
     * @param names each word on from the first may be where the speaker stops: "Sarah Chen" is also "Sarah"
     * @param phrases count only when said to the end
     */
    static PhraseTrie of(List<String> names, List<String> phrases, LlamaVocabulary vocabulary) {
        PhraseTrie trie = new PhraseTrie(vocabulary);
        names.forEach(name -> trie.add(name.strip(), true));
        phrases.forEach(phrase -> trie.add(phrase, false));
        // A single letter begins too many other words: it is not favoured, only followed.
        trie.root.children.keySet().stream()
                .filter(token -> vocabulary.decode(List.of(token)).length() > 1)
                .forEach(trie.starts::add);
        return trie;
    }

    private void add(String phrase, boolean anyWordEnds) {
        if (phrase.isEmpty()) {
            return;
        }
        Node node = root;
        for (int token : vocabulary.encode(phrase)) {
            node.whole |= anyWordEnds && node != root && !vocabulary.continuesWord(token);
            node = node.children.computeIfAbsent(token, ignored -> new Node());
        }
        node.whole = true;
    }

    Position start() {
        return new Position(0, List.of());
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
        private boolean whole;
    }

    private record Path(Node node, int start) {}

    /** What the last tokens may be the beginning of. */
    final class Position {

        private final int tokens;
        private final List<Path> paths;

        private Position(int tokens, List<Path> paths) {
            this.tokens = tokens;
            this.paths = paths;
        }

        int tokens() {
            return tokens;
        }

        /** Raises the log-probabilities of the tokens that begin or continue a phrase. */
        void boost(float[] logits) {
            Set<Integer> continuations = new HashSet<>();
            paths.forEach(path -> continuations.addAll(path.node.children.keySet()));
            continuations.forEach(token -> logits[token] += CONTINUATION);
            starts.stream().filter(token -> !continuations.contains(token)).forEach(token -> logits[token] += START);
        }

        Position after(int token) {
            List<Path> next = new ArrayList<>();
            paths.forEach(path -> addChild(next, path, token));
            addChild(next, new Path(root, tokens), token);
            return new Position(tokens + 1, next);
        }

        private static void addChild(List<Path> next, Path path, int token) {
            Node child = path.node.children.get(token);
            if (child != null) {
                next.add(new Path(child, path.start));
            }
        }

        /** Whether what was said from that token on, or from before it, may still be a phrase. */
        boolean follows(int token) {
            return paths.stream().anyMatch(path -> path.start <= token);
        }

        /** Whether it is a whole phrase, provided that no word is left unfinished. */
        boolean completes(int token) {
            return paths.stream().anyMatch(path -> path.start <= token && path.node.whole);
        }

        boolean endsWordBefore(int token) {
            return !vocabulary.continuesWord(token);
        }
    }
}
