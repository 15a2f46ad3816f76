package com.ceoplatform.gateway.request;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * The version that a write expects to meet, from {@code If-Match} (RFC 9110, 13.1.1); declared as a controller
 * argument.
 *
 * @param version null when the client does not care
 */
public record ExpectedVersion(@Nullable Long version) {

    /** Of whom it does not matter. */
    public static final ExpectedVersion ANY = new ExpectedVersion(null);

    /** Reads the header: absent and {@code *} expect nothing; anything else must be an entity tag given out by us. */
    public static ExpectedVersion parse(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return ANY;
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
        try {
            return new ExpectedVersion(Long.valueOf(tag));
        } catch (NumberFormatException notOurs) {
            return new ExpectedVersion(-1L);
        }
    }

    /**
     * Refuses a write that was made up against an older version.
     *
     * @throws DomainException 412 {@code stale_version}
     */
    public void check(long actual) {
        if (version != null && version != actual) {
            throw new DomainException(
                    ErrorKind.STALE, "stale_version", "It has been changed since; its version is now " + actual + ".");
        }
    }
}
