/** What a service asks of its database, and how the database goes about it. */
@NullMarked
package com.ceoplatform.common.test.database;

import org.jspecify.annotations.NullMarked;
