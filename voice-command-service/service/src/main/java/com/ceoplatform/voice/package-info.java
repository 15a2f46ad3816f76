/**
 * Spoken and written commands.
 *
 * <p>{@code intake} receives, {@code recognition} turns speech into text, the language module turns text into a plan against
 * {@code organisation} and {@code conversation}, {@code command} keeps what happens to it, {@code execution} makes it happen
 * and {@code query} answers questions.
 */
@NullMarked
package com.ceoplatform.voice;

import org.jspecify.annotations.NullMarked;
