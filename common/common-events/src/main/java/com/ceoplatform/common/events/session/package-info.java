/** Sessions that were ended before their tokens expired. */
@NullMarked
package com.ceoplatform.common.events.session;

import org.jspecify.annotations.NullMarked;
