package com.ceoplatform.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended; the details are one line for people, without secrets. */
public sealed interface Outcome {

    /** The other side took it. */
    record Sent(@Nullable String detail) implements Outcome {}

    /**
     * It may work later.
     *
     * @param after how long the other side asked to wait; null when it did not
     */
    record Later(String detail, @Nullable Duration after) implements Outcome {}

    /** It will not work for as long as nobody changes something. */
    record Failed(String detail) implements Outcome {}

    /** The address will never work. */
    record Bounced(String detail) implements Outcome {}

    /** There is nobody left to send it to, or they do not want it. */
    record Unwanted(String detail) implements Outcome {}
}
