/** What the tests of this service share. */
@NullMarked
package com.ceoplatform.task.testing;

import org.jspecify.annotations.NullMarked;
