/** How many bytes people and the organisation may store. */
@NullMarked
package com.ceoplatform.channel.quota;

import org.jspecify.annotations.NullMarked;
