/** What a conversation remembers between two sentences. */
@NullMarked
package com.ceoplatform.voice.language.dialogue;

import org.jspecify.annotations.NullMarked;
