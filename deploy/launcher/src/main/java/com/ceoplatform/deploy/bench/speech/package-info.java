/** What becomes of commands that are spoken: how well they are heard, and how soon they are done. */
@NullMarked
package com.ceoplatform.deploy.bench.speech;

import org.jspecify.annotations.NullMarked;
