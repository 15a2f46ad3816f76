/** Threads, and who follows them. */
@NullMarked
package com.ceoplatform.message.thread;

import org.jspecify.annotations.NullMarked;
