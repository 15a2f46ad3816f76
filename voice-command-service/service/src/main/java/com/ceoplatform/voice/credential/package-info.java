/** The speaker's token while a command runs. */
@NullMarked
package com.ceoplatform.voice.credential;

import org.jspecify.annotations.NullMarked;
