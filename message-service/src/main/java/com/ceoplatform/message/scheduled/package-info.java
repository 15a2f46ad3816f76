/** Messages that people write now and the platform sends later, once, with the rights that the sender has then. */
@NullMarked
package com.ceoplatform.message.scheduled;

import org.jspecify.annotations.NullMarked;
