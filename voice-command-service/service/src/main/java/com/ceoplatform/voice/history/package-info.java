/** What is kept of what was said, for how long, and how it is forgotten. */
@NullMarked
package com.ceoplatform.voice.history;

import org.jspecify.annotations.NullMarked;
