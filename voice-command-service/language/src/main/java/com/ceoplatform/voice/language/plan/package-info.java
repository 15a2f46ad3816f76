/** What is to be done: typed actions, the confirmation they need and the words that tell of them. */
@NullMarked
package com.ceoplatform.voice.language.plan;

import org.jspecify.annotations.NullMarked;
