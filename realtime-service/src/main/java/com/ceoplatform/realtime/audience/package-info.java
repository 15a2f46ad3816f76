/** Who may see an event: people, members of channels, feeds. */
@NullMarked
package com.ceoplatform.realtime.audience;

import org.jspecify.annotations.NullMarked;
