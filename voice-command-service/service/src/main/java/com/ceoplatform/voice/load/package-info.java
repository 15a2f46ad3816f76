/** How much is worked on at a time, how much may wait, and what the rest is told. */
@NullMarked
package com.ceoplatform.voice.load;

import org.jspecify.annotations.NullMarked;
