package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names and phrases likely to be said, as sequences of tokens that begin with a word. Immutable once built; a
 * {@link Position} follows one transcript through it.
 */
final class PhraseTrie {

    private final LlamaVocabulary vocabulary;
    private final Map<Place, Node> roots = new EnumMap<>(Place.class);
    private final Set<List<Integer>> beforeOrder = new HashSet<>();
    private final Set<List<Integer>> beforeName = new HashSet<>();

    /** Where in a command a phrase is expected. */
    private enum Place {
        ANYWHERE,
        /** At the very beginning, or where another order may begin. */
        BEGINNING,
        /** After a word that is likely to be followed by a name. */
        INTRODUCED,
        AFTER_NAME
    }

    /**
     * Enough to win between words that sound alike, too little to be heard where nothing of it was said: natural
     * logarithms, for the first token and for each one after it.
     */
    private enum Favour {
        /** Rare, unlike other words, and what a command cannot do without. */
        NAME(3, 4),
        /** Common words, which noise is easily taken for. */
        PHRASE(1.5f, 2),
        /** Verbs are short and like other words, but hardly anything else stands there. */
        BEGINNING(2, 2),
        INTRODUCED_NAME(5, 4),
        /** Makes up for what a longer name, made of both, would have been favoured by. */
        AFTER_NAME(4, 2);

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

    /** Favours names and phrases, wherever they are said. */
    static PhraseTrie of(List<String> names, List<String> phrases, LlamaVocabulary vocabulary) {
        return of(names, phrases, CommandPhrases.NONE, vocabulary);
    }

    /**
     * Favours what is likely to be said, most where it is likely.
     *
     * @param names each word on from the first may be where the speaker stops: "Sarah Chen" is also "Sarah"
     * @param titles count only when said to the end, as the phrases of commands do
     */
    static PhraseTrie of(List<String> names, List<String> titles, CommandPhrases commands, LlamaVocabulary vocabulary) {
        PhraseTrie trie = new PhraseTrie(vocabulary);
        trie.add(names, Place.ANYWHERE, Favour.NAME);
        trie.add(commands.anywhere(), Place.ANYWHERE, Favour.PHRASE);
        trie.add(titles, Place.ANYWHERE, Favour.PHRASE);
        trie.add(commands.beginnings(), Place.BEGINNING, Favour.BEGINNING);
        trie.add(names, Place.INTRODUCED, Favour.INTRODUCED_NAME);
        trie.add(commands.afterName(), Place.AFTER_NAME, Favour.AFTER_NAME);
        commands.beforeName().forEach(word -> trie.beforeName.add(vocabulary.encode(word)));
        commands.beforeOrder().forEach(word -> trie.beforeOrder.add(vocabulary.encode(word)));
        // A mark is a token of its own, without the space that a word begins with.
        commands.beforeOrder()
                .forEach(mark ->
                        trie.beforeOrder.add(List.of(vocabulary.encode(mark).getLast())));
        return trie;
    }

    private void add(List<String> phrases, Place place, Favour favour) {
        Node root = roots.computeIfAbsent(place, ignored -> new Node());
        phrases.stream()
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .forEach(phrase -> add(phrase, root, favour));
    }

    private void add(String phrase, Node root, Favour favour) {
        boolean isName = favour == Favour.NAME || favour == Favour.INTRODUCED_NAME;
        Node node = root;
        for (int token : vocabulary.encode(phrase)) {
            if (isName && node != root && !vocabulary.continuesWord(token)) {
                node.end(true);
            }
            boolean first = node == root;
            node = node.children.computeIfAbsent(token, ignored -> new Node());
            float boost = first ? start(token, favour) : favour.continuation;
            node.boost = Math.max(node.boost, boost);
        }
        node.end(isName);
    }

    /** A single letter begins too many other words to be favoured, unless it is the capital of a name. */
    private float start(int token, Favour favour) {
        String text = vocabulary.decode(List.of(token));
        boolean capital = favour != Favour.PHRASE && !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
        return text.length() > 1 || capital ? favour.start : 0;
    }

    Position start() {
        return new Position(0, List.of(), List.of());
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
        private boolean whole;
        private boolean name;
        private float boost;

        /** Something ends here. */
        private void end(boolean isName) {
            whole = true;
            name |= isName;
        }
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
        private final List<Integer> lastWord;

        private Position(float earned, List<Path> paths, List<Integer> lastWord) {
            this.earned = earned;
            this.paths = paths;
            this.lastWord = lastWord;
        }

        /** Of the whole phrases so far, and of what may still become one: that is lost when it does not. */
        double favour() {
            return earned + paths.stream().map(Path::open).reduce(0f, Math::max);
        }

        /** Whether the token begins or continues a phrase. */
        boolean favours(int token) {
            return roots.entrySet().stream()
                            .anyMatch(root -> isExpected(root.getKey())
                                    && root.getValue().children.containsKey(token))
                    || paths.stream().anyMatch(path -> path.node.children.containsKey(token));
        }

        Position after(int token) {
            Position before = vocabulary.continuesWord(token) ? this : settled();
            List<Path> next = new ArrayList<>();
            before.paths.forEach(path -> addChild(next, path, token));
            roots.forEach((place, root) -> {
                if (before.isExpected(place)) {
                    addChild(next, new Path(root, 0, 0), token);
                }
            });
            return new Position(before.earned, next, word(token));
        }

        private boolean isExpected(Place place) {
            return switch (place) {
                case ANYWHERE -> true;
                case BEGINNING -> lastWord.isEmpty() || beforeOrder.contains(lastWord);
                case INTRODUCED -> beforeName.contains(lastWord);
                case AFTER_NAME -> paths.stream().anyMatch(path -> path.node.name);
            };
        }

        private List<Integer> word(int token) {
            return vocabulary.continuesWord(token)
                    ? Stream.concat(lastWord.stream(), Stream.of(token)).toList()
                    : List.of(token);
        }

        /** No phrase goes on any more. */
        Position atEnd() {
            return new Position(settled().earned, List.of(), lastWord);
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
                            paths.stream().map(path -> path.paid(favour)).toList(),
                            lastWord);
        }

        private static void addChild(List<Path> next, Path path, int token) {
            Node child = path.node.children.get(token);
            if (child != null) {
                next.add(new Path(child, path.worth + child.boost, path.given));
            }
        }
    }
}
