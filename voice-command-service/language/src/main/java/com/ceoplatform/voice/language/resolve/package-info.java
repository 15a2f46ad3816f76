/** From words to references: people, channels, tasks. */
@NullMarked
package com.ceoplatform.voice.language.resolve;

import org.jspecify.annotations.NullMarked;
