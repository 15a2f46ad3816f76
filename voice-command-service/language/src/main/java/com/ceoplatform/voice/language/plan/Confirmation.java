package com.ceoplatform.voice.language.plan;

/**
 * What must be confirmed before a plan runs.
 *
 * @param readBack the question to the speaker, with what and how many
 * @param people how many people it touches
 * @param tasks how many tasks it touches
 * @param channels how many channels it archives
 */
public record Confirmation(String readBack, int people, int tasks, int channels) {}
