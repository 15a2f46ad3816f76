package com.ceoplatform.voice.command;

import java.time.Instant;

/**
 * What the speaker must say yes to.
 *
 * @param text the question, with what and how many
 * @param expiresAt after that, it must be said again
 */
public record Confirmation(String text, Instant expiresAt) {}
