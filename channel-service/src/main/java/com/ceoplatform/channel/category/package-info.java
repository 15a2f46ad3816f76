/** The headings that the organisation's channels are listed under. */
@NullMarked
package com.ceoplatform.channel.category;

import org.jspecify.annotations.NullMarked;
