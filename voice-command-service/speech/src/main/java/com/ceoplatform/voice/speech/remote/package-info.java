/** Recognition by another service, for those who run a bigger model or may send their speech elsewhere. */
@NullMarked
package com.ceoplatform.voice.speech.remote;

import org.jspecify.annotations.NullMarked;
