package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.resolve.Found;
import java.util.Optional;

/**
 * One clause, understood: its intent and what fills its slots.
 *
 * @param corrects it was introduced as a correction ("no, ...") of the order before
 */
public record Order(Intent intent, Matched matched, int from, int to, boolean corrects) {

    Order(Intent intent, Matched matched, int from, int to) {
        this(intent, matched, from, to, false);
    }

    Order correcting() {
        return new Order(intent, matched, from, to, true);
    }

    public String action() {
        return matched.rule().defaults().getOrDefault("action", intent.action());
    }

    public Optional<Found> found(String slot) {
        return matched.value(slot, Found.class);
    }

    public Optional<When> when(String slot) {
        return matched.value(slot, When.class);
    }

    public Optional<Value.Span> span(String slot) {
        return matched.value(slot, Value.Span.class);
    }

    public Optional<String> option(String slot) {
        return matched.option(slot);
    }

    public Optional<Integer> count(String slot) {
        Optional<Integer> said = matched.value(slot, Value.Count.class).map(Value.Count::number);
        return said.isPresent()
                ? said
                : Optional.ofNullable(matched.rule().defaults().get(slot)).map(Integer::valueOf);
    }

    /** Nothing that it names needs asking. */
    public boolean clear() {
        return matched.slots().values().stream()
                .map(Filling::value)
                .noneMatch(value -> value instanceof Found found && !found.clear());
    }

    /** What it names is known; what a pronoun means shows only when the orders before it are done. */
    boolean named() {
        return matched.slots().values().stream()
                .map(Filling::value)
                .noneMatch(value -> value instanceof Found found && !found.clear() && !found.pronoun());
    }

    public double score() {
        return matched.score();
    }
}
