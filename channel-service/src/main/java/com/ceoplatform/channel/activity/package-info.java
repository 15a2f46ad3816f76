/** When something was last said in a channel. */
@NullMarked
package com.ceoplatform.channel.activity;

import org.jspecify.annotations.NullMarked;
