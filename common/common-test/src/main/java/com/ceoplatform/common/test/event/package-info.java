/** Events on their way in and out of a service under test. */
@NullMarked
package com.ceoplatform.common.test.event;

import org.jspecify.annotations.NullMarked;
