/** Full text search. */
@NullMarked
package com.ceoplatform.message.search;

import org.jspecify.annotations.NullMarked;
