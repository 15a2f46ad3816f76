/** Sentences of many orders, cut into single ones. */
@NullMarked
package com.ceoplatform.voice.language.clause;

import org.jspecify.annotations.NullMarked;
