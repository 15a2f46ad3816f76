/** What texts refer to outside of messages. */
@NullMarked
package com.ceoplatform.message.link;

import org.jspecify.annotations.NullMarked;
