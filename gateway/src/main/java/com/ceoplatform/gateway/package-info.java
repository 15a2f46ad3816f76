/**
 * The only door for clients. {@code routing} brings requests and WebSockets to the services, guarded by {@code limit}
 * and {@code token}; {@code account} logs people in and out, {@code session} keeps their logins, {@code password} their
 * secrets; {@code user} is the directory of the organisation; {@code batch} and {@code docs} are conveniences on top;
 * {@code request} and {@code problem} are what every exchange goes through.
 */
@NullMarked
package com.ceoplatform.gateway;

import org.jspecify.annotations.NullMarked;
