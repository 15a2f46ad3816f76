/** Transactional outbox: state and event commit together or not at all. */
@NullMarked
package com.ceoplatform.common.events.outbox;

import org.jspecify.annotations.NullMarked;
