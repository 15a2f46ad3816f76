/** What clients call: speak, confirm, answer, cancel, undo, look back. */
@NullMarked
package com.ceoplatform.voice.intake;

import org.jspecify.annotations.NullMarked;
