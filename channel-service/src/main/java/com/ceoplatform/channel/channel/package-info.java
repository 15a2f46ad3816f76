/** The channel itself: create, read, change, archive, list; and what a person may do with it. */
@NullMarked
package com.ceoplatform.channel.channel;

import org.jspecify.annotations.NullMarked;
