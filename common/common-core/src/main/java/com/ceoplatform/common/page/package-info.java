/** Keyset pages and their cursors. */
@NullMarked
package com.ceoplatform.common.page;

import org.jspecify.annotations.NullMarked;
