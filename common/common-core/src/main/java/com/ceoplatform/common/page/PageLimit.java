package com.ceoplatform.common.page;

import com.ceoplatform.common.error.DomainException;
import org.jspecify.annotations.Nullable;

/** How many items a page may hold: 1 to 200, 50 when the client does not say. */
public final class PageLimit {

    public static final int DEFAULT = 50;
    public static final int MAXIMUM = 200;

    private PageLimit() {}

    /** The limit asked for; outside 1..200 it is 400 {@code invalid_parameter}. */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAXIMUM) {
            throw DomainException.invalidParameter("limit", "must be between 1 and " + MAXIMUM);
        }
        return asked;
    }
}
