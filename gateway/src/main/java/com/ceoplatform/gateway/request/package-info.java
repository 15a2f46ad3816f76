/** What every request goes through: ids, trace, log, size limit, the context of its work. */
@NullMarked
package com.ceoplatform.gateway.request;

import org.jspecify.annotations.NullMarked;
