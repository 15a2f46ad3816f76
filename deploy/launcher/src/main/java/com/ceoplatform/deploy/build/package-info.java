/** Which modules are stale, and the Maven run that brings them up to date. */
@NullMarked
package com.ceoplatform.deploy.build;

import org.jspecify.annotations.NullMarked;
