/** What happened to channels: who did it, when, why, and by which voice command. */
@NullMarked
package com.ceoplatform.channel.history;

import org.jspecify.annotations.NullMarked;
