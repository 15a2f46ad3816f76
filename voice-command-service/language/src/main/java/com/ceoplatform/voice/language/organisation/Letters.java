package com.ceoplatform.voice.language.organisation;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** A name without its spaces, compared letter by letter. */
final class Letters {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final int KINDS = 32;
    // What four equal letters at the beginning add at most.
    private static final double BEGINNING = 0.4;

    private final String text;
    private final byte[] counts = new byte[KINDS];

    Letters(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            byte many = counts[text.charAt(i) % KINDS];
            counts[text.charAt(i) % KINDS] = many == Byte.MAX_VALUE ? many : (byte) (many + 1);
        }
    }

    /** How alike two names are, 0 when that is less than {@code least}. Most are not, and then it costs little. */
    double likeness(Letters other, double least) {
        if (most(other) < least) {
            return 0;
        }
        double likeness = LIKENESS.apply(text, other.text);
        return likeness < least ? 0 : likeness;
    }

    /** The likeness if all letters that both have stood in the same order. */
    private double most(Letters other) {
        double common = 0;
        for (int i = 0; i < KINDS; i++) {
            common += Math.min(counts[i], other.counts[i]);
        }
        double jaro = (common / text.length() + common / other.text.length() + 1) / 3;
        return jaro + BEGINNING * (1 - jaro);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Letters letters && letters.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
