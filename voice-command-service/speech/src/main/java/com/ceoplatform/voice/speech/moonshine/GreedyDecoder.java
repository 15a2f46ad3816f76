package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the likeliest token each time, likely phrases favoured. A favour is given back when what it began does not
 * become a whole phrase: decoding then goes on from there with the next likeliest word.
 */
final class GreedyDecoder {

    static final int START_OF_SEQUENCE = 1;
    static final int END_OF_SEQUENCE = 2;

    private final Steps steps;
    private final List<Integer> tokens = new ArrayList<>();
    private PhraseTrie.Position position;
    private @Nullable Favour favour;

    private GreedyDecoder(Steps steps, PhraseTrie phrases) {
        this.steps = steps;
        this.position = phrases.start();
    }

    /** At most so many tokens, without those that only say the same over and over. */
    static List<Integer> tokens(Steps steps, PhraseTrie phrases, int limit) {
        return new GreedyDecoder(steps, phrases).decode(limit);
    }

    private List<Integer> decode(int limit) {
        int token = START_OF_SEQUENCE;
        while (tokens.size() < limit) {
            token = choose(steps.after(token));
            if (token == END_OF_SEQUENCE) {
                break;
            }
            tokens.add(token);
            position = position.after(token);
            int repeated = RepetitionGuard.repeatedTail(tokens);
            if (repeated > 0) {
                return tokens.subList(0, tokens.size() - repeated);
            }
        }
        return tokens;
    }

    private int choose(float[] logits) {
        int unaided = likeliest(logits);
        float[] aided = logits.clone();
        // Phrases compete with other words, never with the end: a favoured one would follow the last word spoken.
        if (unaided != END_OF_SEQUENCE) {
            position.boost(aided);
        }
        int token = likeliest(aided);
        if (favour != null) {
            if (position.completes(favour.at()) && position.endsWordBefore(token)) {
                favour = null;
            } else if (!position.after(token).follows(favour.at())) {
                return giveBack(favour);
            }
        }
        if (favour == null && token != unaided) {
            favour = new Favour(position, logits, aided, token);
            steps.mark();
        }
        return token;
    }

    private int giveBack(Favour given) {
        steps.rewind();
        position = given.before;
        tokens.subList(given.at(), tokens.size()).clear();
        given.aided[given.token] = given.unaided[given.token];
        int next = likeliest(given.aided);
        favour = next == likeliest(given.unaided) ? null : new Favour(position, given.unaided, given.aided, next);
        return next;
    }

    private static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /** A token chosen because it was favoured, and how likely each was with and without favour at that moment. */
    private static final class Favour {

        private final PhraseTrie.Position before;
        private final float[] unaided;
        private final float[] aided;
        private final int token;

        private Favour(PhraseTrie.Position before, float[] unaided, float[] aided, int token) {
            this.before = before;
            this.unaided = unaided;
            this.aided = aided;
            this.token = token;
        }

        private int at() {
            return before.tokens();
        }
    }

    /** A model that remembers the tokens it was given. */
    interface Steps {

        /** The log-probabilities of the token that follows this one. */
        float[] after(int token);

        /** Remembers this moment in place of an earlier one. */
        void mark();

        /** Forgets the tokens given since the moment marked. */
        void rewind();
    }
}
