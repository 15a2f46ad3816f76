/** The documentation of all services in one place. */
@NullMarked
package com.ceoplatform.gateway.docs;

import org.jspecify.annotations.NullMarked;
