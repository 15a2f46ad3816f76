/** Passwords: the rules for new ones, their hashing, and how guessing them is slowed down. */
@NullMarked
package com.ceoplatform.gateway.password;

import org.jspecify.annotations.NullMarked;
