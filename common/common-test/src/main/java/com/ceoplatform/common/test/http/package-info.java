/** A service as its clients meet it over HTTP, held to its own OpenAPI document. */
@NullMarked
package com.ceoplatform.common.test.http;

import org.jspecify.annotations.NullMarked;
