/** What each person wants to be told of. */
@NullMarked
package com.ceoplatform.notification.preference;

import org.jspecify.annotations.NullMarked;
