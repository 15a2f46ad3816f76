/** The whole platform as real processes, used through its gateway as people use it. */
@NullMarked
package com.ceoplatform.e2e;

import org.jspecify.annotations.NullMarked;
