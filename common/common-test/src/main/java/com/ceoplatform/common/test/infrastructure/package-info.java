/** Real PostgreSQL, Kafka and Redis for tests. */
@NullMarked
package com.ceoplatform.common.test.infrastructure;

import org.jspecify.annotations.NullMarked;
