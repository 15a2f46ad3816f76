package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Follows the likeliest beginnings of a text side by side, likely phrases favoured, until nothing can become better than
 * what is complete.
 */
final class BeamSearch {

    static final int START_OF_SEQUENCE = 1;
    static final int END_OF_SEQUENCE = 2;

    /** What is so much less likely than the likeliest token is not looked at: natural logarithm. */
    private static final float HOPELESS = 10;
    /** How much the length of a text is made up for: each token makes it less likely, also where it is right. */
    private static final double LENGTH_POWER = 0.6;
    /** Texts whose score is so much worse than the best are none that somebody may have said. */
    private static final double FAR_BEHIND = 1.5;

    private static final Comparator<Text> BEST_FIRST =
            Comparator.comparingDouble(Text::score).reversed();

    private final Steps steps;
    private final int width;
    private final int wanted;
    private final List<Text> complete = new ArrayList<>();
    private List<Text> open;

    private BeamSearch(Steps steps, PhraseTrie phrases, int width, int wanted) {
        this.steps = steps;
        this.width = width;
        this.wanted = wanted;
        this.open = List.of(new Text(List.of(), 0, phrases.start(), 0));
    }

    /**
     * What may have been said.
     *
     * @param likelihood natural logarithm
     * @param row of the step that its last token was chosen in
     */
    record Text(List<Integer> tokens, double likelihood, PhraseTrie.Position position, int row) {

        double score() {
            return (likelihood + position.favour()) / Math.pow(tokens.size() + 1.0, LENGTH_POWER);
        }

        private int last() {
            return tokens.isEmpty() ? START_OF_SEQUENCE : tokens.getLast();
        }

        private Text with(int token, double logProbability, PhraseTrie.Position next, int chosenIn) {
            List<Integer> longer = new ArrayList<>(tokens);
            longer.add(token);
            return new Text(longer, likelihood + logProbability, next, chosenIn);
        }

        private Text ended(double logProbability, PhraseTrie.Position next) {
            return new Text(tokens, likelihood + logProbability, next, row);
        }

        private Text withoutLast(int count) {
            return new Text(tokens.subList(0, tokens.size() - count), likelihood, position, row);
        }
    }

    /**
     * The best texts of at most so many tokens, best first and never none.
     *
     * @param width beginnings followed at a time
     * @param wanted it looks for so many, of which some may be hardly likely
     */
    static List<Text> best(Steps steps, PhraseTrie phrases, int limit, int width, int wanted) {
        return new BeamSearch(steps, phrases, width, wanted).search(limit);
    }

    private List<Text> search(int limit) {
        for (int length = 0; length < limit && !isDecided(); length++) {
            step();
        }
        complete.addAll(open);
        complete.sort(BEST_FIRST);
        double least = complete.getFirst().score() - FAR_BEHIND;
        return complete.stream()
                .filter(text -> text.score() >= least)
                .limit(wanted)
                .toList();
    }

    private boolean isDecided() {
        if (open.isEmpty()) {
            return true;
        }
        if (complete.isEmpty()) {
            return false;
        }
        double behind = complete.getFirst().score() - open.getFirst().score();
        return behind > FAR_BEHIND || (behind >= 0 && complete.size() >= wanted);
    }

    private void step() {
        int[] rows = open.stream().mapToInt(Text::row).toArray();
        int[] tokens = open.stream().mapToInt(Text::last).toArray();
        float[][] logits = steps.after(rows, tokens);
        List<Text> ended = new ArrayList<>();
        List<Text> longer = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            extend(open.get(row), new Likely(logits[row]), row, longer, ended);
        }
        longer.sort(BEST_FIRST);
        List<Text> kept = longer.subList(0, Math.min(width, longer.size()));
        double worst =
                kept.size() < width ? Double.NEGATIVE_INFINITY : kept.getLast().score();
        ended.stream().filter(text -> text.score() >= worst).forEach(complete::add);
        open = new ArrayList<>();
        kept.forEach(this::goOn);
        complete.sort(BEST_FIRST);
    }

    private void goOn(Text text) {
        int repeated = RepetitionGuard.repeatedTail(text.tokens());
        if (repeated > 0) {
            complete.add(text.withoutLast(repeated));
        } else {
            open.add(text);
        }
    }

    /** Phrases compete with other words, never with the end: a favoured one would follow the last word spoken. */
    private void extend(Text text, Likely likely, int row, List<Text> longer, List<Text> ended) {
        boolean atEnd = likely.best() == END_OF_SEQUENCE;
        for (int rank = 0; rank < likely.tokens.size(); rank++) {
            int token = likely.tokens.get(rank);
            double logProbability = likely.logProbability(token);
            if (token == END_OF_SEQUENCE) {
                ended.add(text.ended(logProbability, text.position.atEnd()));
            } else if (rank <= width || (!atEnd && text.position.favours(token))) {
                PhraseTrie.Position next = atEnd ? text.position.atEnd() : text.position.after(token);
                longer.add(text.with(token, logProbability, next, row));
            }
        }
    }

    /** The tokens that are not hopeless after one beginning, likeliest first. */
    private static final class Likely {

        private final float[] logits;
        private final double logTotal;
        private final List<Integer> tokens;

        Likely(float[] logits) {
            this.logits = logits;
            float highest = Float.NEGATIVE_INFINITY;
            for (float logit : logits) {
                highest = Math.max(highest, logit);
            }
            float least = highest - HOPELESS;
            this.tokens = IntStream.range(0, logits.length)
                    .filter(token -> logits[token] > least)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer token) -> logits[token])
                            .reversed())
                    .toList();
            double total = 0;
            for (int token : tokens) {
                total += Math.exp(logits[token] - highest);
            }
            this.logTotal = highest + Math.log(total);
        }

        int best() {
            return tokens.getFirst();
        }

        double logProbability(int token) {
            return logits[token] - logTotal;
        }
    }

    /** A model that remembers the beginnings it was given last. */
    interface Steps {

        /**
         * The logits of what follows each beginning.
         *
         * @param rows which of the beginnings of the call before each one goes on from; its index there
         * @param tokens that follow there; of the first call the start of the sequence
         */
        float[][] after(int[] rows, int[] tokens);
    }
}
