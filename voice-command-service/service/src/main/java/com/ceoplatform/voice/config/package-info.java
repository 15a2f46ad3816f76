/** Settings and beans of the whole service. */
@NullMarked
package com.ceoplatform.voice.config;

import org.jspecify.annotations.NullMarked;
