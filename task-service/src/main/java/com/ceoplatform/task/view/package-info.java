/** Tasks as they are read: what a client sees of one, lists, filters and orders. */
@NullMarked
package com.ceoplatform.task.view;

import org.jspecify.annotations.NullMarked;
