/** Who may read and write where. */
@NullMarked
package com.ceoplatform.message.access;

import org.jspecify.annotations.NullMarked;
