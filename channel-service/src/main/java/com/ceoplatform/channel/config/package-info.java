/** Wiring without business code. */
@NullMarked
package com.ceoplatform.channel.config;

import org.jspecify.annotations.NullMarked;
