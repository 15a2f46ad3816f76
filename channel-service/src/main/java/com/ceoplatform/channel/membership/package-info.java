/** Joining and leaving, adding and removing people, and their roles. */
@NullMarked
package com.ceoplatform.channel.membership;

import org.jspecify.annotations.NullMarked;
