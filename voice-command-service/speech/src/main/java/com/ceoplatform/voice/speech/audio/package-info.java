/** Encoded audio of any supported format to 16 kHz mono. */
@NullMarked
package com.ceoplatform.voice.speech.audio;

import org.jspecify.annotations.NullMarked;
