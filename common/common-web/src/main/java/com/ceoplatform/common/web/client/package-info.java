/** Calls from one service to another, on behalf of the caller. */
@NullMarked
package com.ceoplatform.common.web.client;

import org.jspecify.annotations.NullMarked;
