/** Many at once, for tests of what must hold then. */
@NullMarked
package com.ceoplatform.common.test.concurrency;

import org.jspecify.annotations.NullMarked;
