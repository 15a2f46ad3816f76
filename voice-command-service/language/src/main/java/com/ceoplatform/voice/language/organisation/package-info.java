/** The people, channels and tasks that a sentence can name, indexed for names as they are said. */
@NullMarked
package com.ceoplatform.voice.language.organisation;

import org.jspecify.annotations.NullMarked;
