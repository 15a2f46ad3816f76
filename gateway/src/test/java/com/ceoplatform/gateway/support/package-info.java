/** What the tests of the gateway share: a client, a service behind it, the annotation that starts it. */
@NullMarked
package com.ceoplatform.gateway.support;

import org.jspecify.annotations.NullMarked;
