/** How people who have forgotten their password get a new one: by a link that is mailed to them. */
@NullMarked
package com.ceoplatform.gateway.recovery;

import org.jspecify.annotations.NullMarked;
