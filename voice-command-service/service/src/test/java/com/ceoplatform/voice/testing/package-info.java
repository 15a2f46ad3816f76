/** What the tests of this service share: a scripted interpreter, a platform that fails on demand, and the way in. */
@NullMarked
package com.ceoplatform.voice.testing;

import org.jspecify.annotations.NullMarked;
