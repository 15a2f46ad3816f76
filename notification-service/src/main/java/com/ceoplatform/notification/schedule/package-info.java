/** What runs later, or again and again: once in the cluster, and after a restart too. */
@NullMarked
package com.ceoplatform.notification.schedule;

import org.jspecify.annotations.NullMarked;
