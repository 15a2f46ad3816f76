/** From understood orders to one plan: what belongs together is one action, what is missing is one question. */
@NullMarked
package com.ceoplatform.voice.language.compose;

import org.jspecify.annotations.NullMarked;
