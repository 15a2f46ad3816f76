/** Carries out plans through the other services, takes back what must be taken back, and survives crashes. */
@NullMarked
package com.ceoplatform.voice.execution;

import org.jspecify.annotations.NullMarked;
