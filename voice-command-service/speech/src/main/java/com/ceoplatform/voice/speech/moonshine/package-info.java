/**
 * The embedded recogniser. Moonshine base turns each stretch of speech into tokens, {@code LlamaVocabulary} turns those
 * into text, {@code PhraseTrie} makes known names and phrases likelier.
 */
@NullMarked
package com.ceoplatform.voice.speech.moonshine;

import org.jspecify.annotations.NullMarked;
