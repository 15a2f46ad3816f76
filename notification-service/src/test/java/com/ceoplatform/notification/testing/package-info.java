/** What the tests of this service share. */
@NullMarked
package com.ceoplatform.notification.testing;

import org.jspecify.annotations.NullMarked;
