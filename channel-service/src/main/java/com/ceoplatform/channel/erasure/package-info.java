/** What is deleted goes for good: the bytes of deleted files, and uploads that nobody went on with. */
@NullMarked
package com.ceoplatform.channel.erasure;

import org.jspecify.annotations.NullMarked;
