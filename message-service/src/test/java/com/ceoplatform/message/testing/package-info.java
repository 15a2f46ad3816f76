/** What the tests of this service share. */
@NullMarked
package com.ceoplatform.message.testing;

import org.jspecify.annotations.NullMarked;
