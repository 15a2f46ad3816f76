/** Files, what they are linked to, and who may see them. */
@NullMarked
package com.ceoplatform.channel.file;

import org.jspecify.annotations.NullMarked;
