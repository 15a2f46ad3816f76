/** Which event of another service concerns whom. */
@NullMarked
package com.ceoplatform.notification.rule;

import org.jspecify.annotations.NullMarked;
