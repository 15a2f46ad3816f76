/** What every request carries: ids, context, entity tags, limits. */
@NullMarked
package com.ceoplatform.common.web.request;

import org.jspecify.annotations.NullMarked;
