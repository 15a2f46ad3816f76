/** Logins: one session per login, kept alive by rotating refresh tokens. */
@NullMarked
package com.ceoplatform.gateway.session;

import org.jspecify.annotations.NullMarked;
