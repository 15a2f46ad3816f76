/** Who signed in, who changed whose rights: kept for good, read by the CEO. */
@NullMarked
package com.ceoplatform.gateway.audit;

import org.jspecify.annotations.NullMarked;
