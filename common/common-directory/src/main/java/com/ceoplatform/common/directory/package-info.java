/** A service's own copy of people and channel memberships, kept by events; on a miss the owner is asked. */
@NullMarked
package com.ceoplatform.common.directory;

import org.jspecify.annotations.NullMarked;
