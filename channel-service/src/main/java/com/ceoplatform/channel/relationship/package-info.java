/** How channels relate to each other. */
@NullMarked
package com.ceoplatform.channel.relationship;

import org.jspecify.annotations.NullMarked;
