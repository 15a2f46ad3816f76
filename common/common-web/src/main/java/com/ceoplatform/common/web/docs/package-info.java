/** What is particular to servlets in a service's OpenAPI document. */
@NullMarked
package com.ceoplatform.common.web.docs;

import org.jspecify.annotations.NullMarked;
