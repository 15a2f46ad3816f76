/** Calls to the other services on behalf of a speaker: repeatable, patient, told apart by how they fail. */
@NullMarked
package com.ceoplatform.voice.call;

import org.jspecify.annotations.NullMarked;
