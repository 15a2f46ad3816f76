/**
 * Speech to text. This package is the port and its vocabulary; it knows none of the packages below it.
 *
 * <ul>
 *   <li>{@code activity}: where in the audio somebody speaks, also while it still comes in
 *   <li>{@code audio}: bytes of any supported format to 16 kHz mono
 *   <li>{@code moonshine}: the embedded recogniser, offline
 *   <li>{@code remote}: any service that speaks {@code POST /v1/audio/transcriptions}
 *   <li>{@code model}: where the model files lie, and how they get there
 * </ul>
 */
@NullMarked
package com.ceoplatform.voice.speech;

import org.jspecify.annotations.NullMarked;
