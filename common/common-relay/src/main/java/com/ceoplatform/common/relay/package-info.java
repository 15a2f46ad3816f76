/**
 * The relay from the outbox to Kafka: Debezium reads the write-ahead log of the database. Exactly one process per database
 * does so, whoever holds the leadership; the others stand by.
 */
@NullMarked
package com.ceoplatform.common.relay;

import org.jspecify.annotations.NullMarked;
