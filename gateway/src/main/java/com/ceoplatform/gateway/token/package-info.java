/** Access tokens: the keys that sign them, their issue and their verification. */
@NullMarked
package com.ceoplatform.gateway.token;

import org.jspecify.annotations.NullMarked;
