/** Answers to questions, from the figures of the services that own them. */
@NullMarked
package com.ceoplatform.voice.query;

import org.jspecify.annotations.NullMarked;
