/** The front door: one command per class, over the local platform in its sub-packages. */
@NullMarked
package com.ceoplatform.deploy;

import org.jspecify.annotations.NullMarked;
