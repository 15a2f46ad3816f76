/**
 * A cache of two levels, Caffeine in the process over Redis, that events keep true: an entry carries the version of what it
 * came from, and each event raises the lowest version that is still believed. Nothing depends on an eviction that may get
 * lost, on Redis, or on the order in which loading and invalidating happen.
 */
@NullMarked
package com.ceoplatform.common.cache;

import org.jspecify.annotations.NullMarked;
