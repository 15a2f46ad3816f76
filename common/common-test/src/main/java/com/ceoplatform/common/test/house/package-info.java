/** The house rules, as tests. */
@NullMarked
package com.ceoplatform.common.test.house;

import org.jspecify.annotations.NullMarked;
