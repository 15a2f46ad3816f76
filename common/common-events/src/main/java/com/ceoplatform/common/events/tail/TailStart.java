package com.ceoplatform.common.events.tail;

import java.time.Instant;
import java.util.function.Supplier;

/** Where a tail begins to read. */
public sealed interface TailStart {

    /** The oldest event that Kafka keeps. */
    record Beginning() implements TailStart {}

    /** What comes from now on. */
    record End() implements TailStart {}

    /** The first event at or after a moment, asked for anew at every start. */
    record At(Supplier<Instant> moment) implements TailStart {}
}
