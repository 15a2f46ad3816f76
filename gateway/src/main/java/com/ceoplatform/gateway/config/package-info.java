/** Security, error handling of the framework and other wiring. */
@NullMarked
package com.ceoplatform.gateway.config;

import org.jspecify.annotations.NullMarked;
