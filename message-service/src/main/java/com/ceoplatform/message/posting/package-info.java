/** The way of a new message: checked, numbered in the order of its channel, written once. */
@NullMarked
package com.ceoplatform.message.posting;

import org.jspecify.annotations.NullMarked;
