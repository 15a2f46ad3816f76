package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and phrases likely to be said, as sequences of tokens that begin with a word. Immutable once built; a
 * {@link Position} follows one transcript through it.
 */
final class PhraseTrie {

    private final LlamaVocabulary vocabulary;
    private final Node root = new Node();

    /** Enough to win between words that sound alike, too little to be heard where nothing of it was said. */
    private enum Favour {
        /** Rare, unlike other words, and what a command cannot do without. */
        NAME(4, 6),
        /** Common words, which noise is easily taken for. */
        PHRASE(2.5f, 4.5f);

        private final float start;
        private final float continuation;

        Favour(float start, float continuation) {
            this.start = start;
            this.continuation = continuation;
        }
    }

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
        names.forEach(name -> trie.add(name.strip(), Favour.NAME));
        phrases.forEach(phrase -> trie.add(phrase, Favour.PHRASE));
        return trie;
    }

    private void add(String phrase, Favour favour) {
        if (phrase.isEmpty()) {
            return;
        }
        Node node = root;
        for (int token : vocabulary.encode(phrase)) {
            node.whole |= favour == Favour.NAME && node != root && !vocabulary.continuesWord(token);
            boolean first = node == root;
            node = node.children.computeIfAbsent(token, ignored -> new Node());
            float boost = first ? start(token, favour) : favour.continuation;
            node.boost = Math.max(node.boost, boost);
        }
        node.whole = true;
    }

    /** A single letter begins too many other words to be favoured, unless it is the capital of a name. */
    private float start(int token, Favour favour) {
        String text = vocabulary.decode(List.of(token));
        boolean capital = favour == Favour.NAME && !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
        return text.length() > 1 || capital ? favour.start : 0;
    }

    Position start() {
        return new Position(0, List.of());
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
        private boolean whole;
        private float boost;
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
            Map<Integer, Float> boosts = new HashMap<>();
            root.children.forEach((token, child) -> boosts.merge(token, child.boost, Math::max));
            paths.forEach(
                    path -> path.node.children.forEach((token, child) -> boosts.merge(token, child.boost, Math::max)));
            boosts.forEach((token, boost) -> logits[token] += boost);
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
