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

    /**
     * Enough to win between words that sound alike, too little to be heard where nothing of it was said: natural
     * logarithms, for the first token and for each one after it.
     */
    private enum Favour {
        /** Rare, unlike other words, and what a command cannot do without. */
        NAME(3, 4),
        /** Common words, which noise is easily taken for. */
        PHRASE(1.5f, 2);

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

    /**
     * The beginning of a phrase.
     *
     * @param worth what it counts for when it becomes a whole one
     * @param given what of that counts already, since a shorter phrase in it was whole
     */
    private record Path(Node node, float worth, float given) {

        private float open() {
            return worth - given;
        }

        private Path paid(float favour) {
            return new Path(node, worth, Math.min(worth, given + favour));
        }
    }

    /** What the last tokens may be the beginning of, and what all before them were favoured by. Immutable. */
    final class Position {

        private final float earned;
        private final List<Path> paths;

        private Position(float earned, List<Path> paths) {
            this.earned = earned;
            this.paths = paths;
        }

        /** Of the whole phrases so far, and of what may still become one: that is lost when it does not. */
        double favour() {
            return earned + paths.stream().map(Path::open).reduce(0f, Math::max);
        }

        /** Whether the token begins or continues a phrase. */
        boolean favours(int token) {
            return root.children.containsKey(token)
                    || paths.stream().anyMatch(path -> path.node.children.containsKey(token));
        }

        Position after(int token) {
            Position before = vocabulary.continuesWord(token) ? this : settled();
            List<Path> next = new ArrayList<>();
            before.paths.forEach(path -> addChild(next, path, token));
            addChild(next, new Path(root, 0, 0), token);
            return new Position(before.earned, next);
        }

        /** No phrase goes on any more. */
        Position atEnd() {
            return new Position(settled().earned, List.of());
        }

        /** Gives what whole phrases are worth, once where several end with the same words. */
        private Position settled() {
            float favour = paths.stream()
                    .filter(path -> path.node.whole)
                    .map(Path::open)
                    .reduce(0f, Math::max);
            return favour == 0
                    ? this
                    : new Position(
                            earned + favour,
                            paths.stream().map(path -> path.paid(favour)).toList());
        }

        private static void addChild(List<Path> next, Path path, int token) {
            Node child = path.node.children.get(token);
            if (child != null) {
                next.add(new Path(child, path.worth + child.boost, path.given));
            }
        }
    }
}
