/** The directory of the organisation's people. */
@NullMarked
package com.ceoplatform.gateway.user;

import org.jspecify.annotations.NullMarked;
