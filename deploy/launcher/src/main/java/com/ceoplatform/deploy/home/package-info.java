/** The data directory of a local platform: its layout, lock, ports and secrets. */
@NullMarked
package com.ceoplatform.deploy.home;

import org.jspecify.annotations.NullMarked;
