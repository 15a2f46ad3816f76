/** Transcripts as words: clean, numbered, with their punctuation beside them. */
@NullMarked
package com.ceoplatform.voice.language.text;

import org.jspecify.annotations.NullMarked;
