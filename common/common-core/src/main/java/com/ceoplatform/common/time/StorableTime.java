package com.ceoplatform.common.time;

import java.time.DateTimeException;
import java.time.Instant;

/** The years 1 to 9999: Java knows times far beyond, PostgreSQL cannot store them, and nobody means them. */
public final class StorableTime {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StorableTime() {}

    /**
     * Reads ISO-8601 with an offset or Z.
     *
     * @throws DateTimeException when it is no time, or none that can be stored
     */
    public static Instant parse(String text) {
        return require(Instant.parse(text));
    }

    /** @throws DateTimeException when it cannot be stored */
    public static Instant require(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new DateTimeException("A time beyond all calendars");
        }
        return moment;
    }
}
