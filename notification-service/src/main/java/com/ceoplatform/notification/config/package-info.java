/** How the service presents itself. */
@NullMarked
package com.ceoplatform.notification.config;

import org.jspecify.annotations.NullMarked;
