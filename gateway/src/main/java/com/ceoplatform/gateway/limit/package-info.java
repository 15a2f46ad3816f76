/** How many requests a person or an address may make. */
@NullMarked
package com.ceoplatform.gateway.limit;

import org.jspecify.annotations.NullMarked;
