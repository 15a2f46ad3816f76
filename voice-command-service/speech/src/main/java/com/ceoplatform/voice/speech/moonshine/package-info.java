/**
 * The embedded recogniser. Silero VAD finds the speech, {@code SpeechChunker} cuts it at pauses, Moonshine base turns
 * each chunk into tokens, {@code LlamaVocabulary} turns those into text, {@code NameTrie} makes known names likelier.
 */
@NullMarked
package com.ceoplatform.voice.speech.moonshine;

import org.jspecify.annotations.NullMarked;
