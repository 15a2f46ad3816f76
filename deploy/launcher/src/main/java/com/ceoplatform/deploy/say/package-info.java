/** Speaks one command and shows what comes of it. */
@NullMarked
package com.ceoplatform.deploy.say;

import org.jspecify.annotations.NullMarked;
