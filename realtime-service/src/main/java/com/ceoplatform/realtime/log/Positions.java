package com.ceoplatform.realtime.log;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The highest offset per stream; -1 where a stream has had no event yet. */
public record Positions(Map<String, Long> offsets) {

    public Positions {
        offsets = Map.copyOf(offsets);
    }

    long of(String stream) {
        return offsets.getOrDefault(stream, -1L);
    }

    boolean knows(String stream) {
        return offsets.containsKey(stream);
    }

    /** Whether exactly the same streams are named: otherwise nobody can tell what was missed. */
    public boolean sameStreamsAs(Positions other) {
        return offsets.keySet().equals(other.offsets.keySet());
    }

    /** Whether some stream is further than there. */
    public boolean isAheadOf(Positions other) {
        return !all((stream, offset) -> offset <= other.of(stream));
    }

    /** The higher offset of each stream of both. */
    public Positions max(Positions other) {
        Map<String, Long> higher = new HashMap<>(offsets);
        other.offsets.forEach((stream, offset) -> higher.merge(stream, offset, Math::max));
        return new Positions(higher);
    }

    boolean all(BiPredicate<String, Long> condition) {
        return offsets.entrySet().stream().allMatch(entry -> condition.test(entry.getKey(), entry.getValue()));
    }

    /** The same as a client sees it, in a stable order. */
    public Map<String, Long> sorted() {
        return new TreeMap<>(offsets);
    }
}
