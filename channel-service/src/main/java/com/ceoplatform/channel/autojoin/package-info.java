/** Channels that the people of a department join by themselves. */
@NullMarked
package com.ceoplatform.channel.autojoin;

import org.jspecify.annotations.NullMarked;
