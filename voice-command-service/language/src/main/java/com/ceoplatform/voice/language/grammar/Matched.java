package com.ceoplatform.voice.language.grammar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A rule that fits from one position to another, with its slots filled. */
public record Matched(Rule rule, int from, int end, Map<String, Filling> slots, double score) {

    public Optional<Filling> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    public <T extends Value> Optional<T> value(String name, Class<T> kind) {
        return slot(name).map(Filling::value).filter(kind::isInstance).map(kind::cast);
    }

    /** The option a slot holds, or what the sentence implies for it. */
    public Optional<String> option(String name) {
        Optional<String> said = value(name, Value.Option.class).map(Value.Option::key);
        return said.isPresent() ? said : Optional.ofNullable(rule.defaults().get(name));
    }

    public Matched scored(double other) {
        return new Matched(rule, from, end, slots, other);
    }

    public Matched with(String name, Filling filling) {
        Map<String, Filling> more = new HashMap<>(slots);
        more.put(name, filling);
        return new Matched(rule, from, end, more, score);
    }
}
