/** What springdoc cannot see by itself of a service's OpenAPI document: refusals, null, and the names of enums. */
@NullMarked
package com.ceoplatform.common.docs;

import org.jspecify.annotations.NullMarked;
