/** Fetches the speech model. */
@NullMarked
package com.ceoplatform.deploy.speech;

import org.jspecify.annotations.NullMarked;
