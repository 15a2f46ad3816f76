/** Passwords: the rules for new ones and their hashing. */
@NullMarked
package com.ceoplatform.gateway.password;

import org.jspecify.annotations.NullMarked;
