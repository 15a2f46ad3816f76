package com.ceoplatform.voice.language.grammar;

import java.util.List;

/** Finds what a slot can hold from a position on. */
public interface SlotParser {

    /**
     * Every way to fill the slot of that type with words from {@code from} up to at most {@code limit}.
     *
     * @throws IllegalArgumentException when no such type exists
     */
    List<Filling> parse(String type, int from, int limit);
}
