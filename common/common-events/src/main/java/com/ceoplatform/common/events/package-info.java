/** Domain events: their envelope (CloudEvents 1.0, Kafka binary mode), topics and the context that they carry on. */
@NullMarked
package com.ceoplatform.common.events;

import org.jspecify.annotations.NullMarked;
