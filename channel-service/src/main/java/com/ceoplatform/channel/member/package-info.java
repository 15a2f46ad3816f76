/** Who belongs to a channel, and as what. */
@NullMarked
package com.ceoplatform.channel.member;

import org.jspecify.annotations.NullMarked;
