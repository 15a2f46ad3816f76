/** A command from its reception to its end: states, steps, effects, history and events. */
@NullMarked
package com.ceoplatform.voice.command;

import org.jspecify.annotations.NullMarked;
