/** What is remembered between two sentences of one speaker. */
@NullMarked
package com.ceoplatform.voice.conversation;

import org.jspecify.annotations.NullMarked;
