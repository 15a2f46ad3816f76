/** The bytes of files: an S3-compatible store, another's by configuration or the one in this process. */
@NullMarked
package com.ceoplatform.channel.storage;

import org.jspecify.annotations.NullMarked;
