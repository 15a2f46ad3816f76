/**
 * From what somebody said to a plan of typed actions, or to the one question that is missing.
 *
 * <p>{@code text} reads a transcript into words, {@code clause} cuts it into single orders, {@code grammar} matches each against the
 * intents that are data, {@code resolve} and {@code date} find out who, what and when, {@code plan} is the result and
 * {@code dialogue} what the next sentence may refer to.
 */
@NullMarked
package com.ceoplatform.voice.language;

import org.jspecify.annotations.NullMarked;
