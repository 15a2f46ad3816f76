/** How the service presents itself. */
@NullMarked
package com.ceoplatform.task.config;

import org.jspecify.annotations.NullMarked;
