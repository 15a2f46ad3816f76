/** Fills a running platform with a large organisation, to see that it stays fast. */
@NullMarked
package com.ceoplatform.deploy.fill;

import org.jspecify.annotations.NullMarked;
