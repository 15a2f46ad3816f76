/** The organisation as this service knows it: people, channels and tasks, kept by events. */
@NullMarked
package com.ceoplatform.voice.organisation;

import org.jspecify.annotations.NullMarked;
