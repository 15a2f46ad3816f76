/**
 * When somebody speaks: how likely each moment is speech, how speech is cut at its pauses, and, while it still comes in,
 * whether it has ended. Serves every recogniser.
 */
@NullMarked
package com.ceoplatform.voice.speech.activity;

import org.jspecify.annotations.NullMarked;
