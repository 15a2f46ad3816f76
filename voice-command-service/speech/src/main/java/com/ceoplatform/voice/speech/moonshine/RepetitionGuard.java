package com.ceoplatform.voice.speech.moonshine;

import java.util.List;

/** Notices when the model has begun to say the same thing over and over. */
final class RepetitionGuard {

    /** Fewer tokens do repeat in honest speech: "no, no, no", a telephone number. */
    private static final int MIN_REPEATED = 6;

    private RepetitionGuard() {}

    /** How many tokens at the end say nothing new because the ones before are the same; 0 when it goes on honestly. */
    static int repeatedTail(List<Integer> tokens) {
        for (int period = 1; period * 2 <= tokens.size(); period++) {
            int repeated = repeatedWith(period, tokens);
            if (repeated >= Math.max(period, MIN_REPEATED)) {
                return repeated;
            }
        }
        return 0;
    }

    private static int repeatedWith(int period, List<Integer> tokens) {
        int repeated = 0;
        int last = tokens.size() - 1;
        while (last - repeated - period >= 0
                && tokens.get(last - repeated).equals(tokens.get(last - repeated - period))) {
            repeated++;
        }
        return repeated;
    }
}
