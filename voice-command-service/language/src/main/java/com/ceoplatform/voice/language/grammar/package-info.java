/** Intents as data: sentence patterns with slots, and their matching. */
@NullMarked
package com.ceoplatform.voice.language.grammar;

import org.jspecify.annotations.NullMarked;
