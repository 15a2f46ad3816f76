/** Dates, times and durations as they are said. */
@NullMarked
package com.ceoplatform.voice.language.date;

import org.jspecify.annotations.NullMarked;
