/** Meetings: who meets when, and who is told. */
@NullMarked
package com.ceoplatform.task.meeting;

import org.jspecify.annotations.NullMarked;
