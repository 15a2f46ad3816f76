package com.ceoplatform.voice.language.resolve;

/**
 * What a span refers to.
 *
 * @param score how sure: positive speaks for reading the span this way, negative against it
 */
public record Resolution(Found found, double score) {}
