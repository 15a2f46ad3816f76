/** PostgreSQL, Kafka and Redis as processes of their own, from Maven artifacts. */
@NullMarked
package com.ceoplatform.deploy.infrastructure;

import org.jspecify.annotations.NullMarked;
