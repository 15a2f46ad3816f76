/** Which recogniser listens, whether it can, and what is refused before it does. */
@NullMarked
package com.ceoplatform.voice.recognition;

import org.jspecify.annotations.NullMarked;
