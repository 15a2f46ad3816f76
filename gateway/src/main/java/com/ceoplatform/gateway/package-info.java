/**
 * The only door for clients. {@code routing} brings requests and WebSockets to the services, guarded by {@code limit}
 * and {@code token}; {@code account} logs people in and out, {@code federation} through an external issuer, {@code
 * recovery} by {@code mail}; {@code session} keeps their logins, {@code password} their secrets, {@code apitoken} the
 * tokens of programs, {@code audit} what happened, of which {@code notice} tells the person by mail; {@code user} is the
 * directory of the organisation, {@code privacy} hands out and forgets what is kept of a person; {@code batch} and {@code
 * docs} are conveniences on top; {@code request} and {@code problem} are what every exchange goes through.
 */
@NullMarked
package com.ceoplatform.gateway;

import org.jspecify.annotations.NullMarked;
