/**
 * Speaking live: {@code /ws/voice} takes sound while it is spoken, says what it hears, finds the end by itself and then does
 * what an uploaded recording would have done.
 */
@NullMarked
package com.ceoplatform.voice.stream;

import org.jspecify.annotations.NullMarked;
