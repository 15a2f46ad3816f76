/** Access tokens that services under test believe, and some that they must not. */
@NullMarked
package com.ceoplatform.common.test.token;

import org.jspecify.annotations.NullMarked;
