package com.ceoplatform.common.web.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a public service method that changes something: with an {@code Idempotency-Key} on the request it runs once per
 * user, method and key within 24 hours, and every repetition gets the first result. Key row, state and event commit in one
 * transaction, so that a crash leaves all of them or none. The result must be readable back from its JSON. Failures are
 * not remembered.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
