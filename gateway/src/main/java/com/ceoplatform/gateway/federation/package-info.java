/** Single sign-on: people whom an external OpenID Connect issuer knows, where one is configured. */
@NullMarked
package com.ceoplatform.gateway.federation;

import org.jspecify.annotations.NullMarked;
