package com.ceoplatform.voice.language.organisation;

/**
 * A thing that words may mean.
 *
 * @param score 1 for the very name, less for a part of it, a similar sound or spelling
 */
public record Match<T>(T value, double score) {}
