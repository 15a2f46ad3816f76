/** Logging in and out, and the first account. */
@NullMarked
package com.ceoplatform.gateway.account;

import org.jspecify.annotations.NullMarked;
