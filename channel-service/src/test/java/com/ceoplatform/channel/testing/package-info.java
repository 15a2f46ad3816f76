/** What the tests of this service share. */
@NullMarked
package com.ceoplatform.channel.testing;

import org.jspecify.annotations.NullMarked;
