package com.ceoplatform.voice.language.text;

import java.util.ArrayList;
import java.util.List;

/** The words of an utterance. Positions count words; spans are half open. */
public record Transcript(List<Token> tokens) {

    public Transcript {
        tokens = List.copyOf(tokens);
    }

    /** Nobody wrote capitals, so they tell nothing. */
    public boolean lowerCase() {
        return tokens.stream()
                .noneMatch(token -> token.capitalised() && token.norm().length() > 1);
    }

    public int size() {
        return tokens.size();
    }

    public Token at(int index) {
        return tokens.get(index);
    }

    public boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
    }

    public Gap gap(int index) {
        return index <= 0 || index >= tokens.size()
                ? Gap.STOP
                : tokens.get(index).before();
    }

    /** What remains without a span; the word behind it takes the place and the pause of the first that goes. */
    public Transcript without(int from, int to) {
        List<Token> left = new ArrayList<>(tokens.subList(0, from));
        if (to < tokens.size()) {
            left.add(tokens.get(to).inPlaceOf(tokens.get(from)));
            left.addAll(tokens.subList(to + 1, tokens.size()));
        }
        return new Transcript(left);
    }

    /** As if a word had been said without the pause before it. */
    public Transcript withoutPause(int index) {
        List<Token> all = new ArrayList<>(tokens);
        all.set(index, tokens.get(index).joined());
        return new Transcript(all);
    }

    /** The span as it was written, with the punctuation inside it. */
    public String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? tokens.get(i).lead() : "")
                    .append(tokens.get(i).raw());
        }
        return text.toString().strip();
    }

    /** The span as compared: lower case words with one space between them. */
    public String words(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? " " : "").append(tokens.get(i).norm());
        }
        return text.toString();
    }
}
