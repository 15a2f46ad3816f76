/** What the gateway keeps of a person: handing it out, taking it away, forgetting what is old. For operators. */
@NullMarked
package com.ceoplatform.gateway.privacy;

import org.jspecify.annotations.NullMarked;
