/** The local platform as a whole: start, supervise, stop. */
@NullMarked
package com.ceoplatform.deploy.platform;

import org.jspecify.annotations.NullMarked;
