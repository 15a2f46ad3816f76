/** Mail to people, where a mail server is configured. */
@NullMarked
package com.ceoplatform.gateway.mail;

import org.jspecify.annotations.NullMarked;
