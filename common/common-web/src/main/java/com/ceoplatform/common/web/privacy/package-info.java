/** What a service knows of a person: handing it out, taking it away, forgetting what is old. For operators. */
@NullMarked
package com.ceoplatform.common.web.privacy;

import org.jspecify.annotations.NullMarked;
