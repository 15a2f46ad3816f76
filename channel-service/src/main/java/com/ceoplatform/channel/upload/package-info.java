/** How files arrive: in parts, straight into the store, checked before anybody can see them. */
@NullMarked
package com.ceoplatform.channel.upload;

import org.jspecify.annotations.NullMarked;
