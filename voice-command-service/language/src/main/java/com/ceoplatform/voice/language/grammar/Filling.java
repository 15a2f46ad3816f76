package com.ceoplatform.voice.language.grammar;

/**
 * One way to fill a slot.
 *
 * @param end position after its last word
 * @param score how much it speaks for the pattern; negative speaks against it
 */
public record Filling(int from, int end, Value value, double score) {}
