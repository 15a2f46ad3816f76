/** How the service shows itself. */
@NullMarked
package com.ceoplatform.message.config;

import org.jspecify.annotations.NullMarked;
