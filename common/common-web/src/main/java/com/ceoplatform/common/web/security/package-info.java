/** Token verification: each service checks every request itself. */
@NullMarked
package com.ceoplatform.common.web.security;

import org.jspecify.annotations.NullMarked;
