package com.ceoplatform.common.security;

import java.util.Locale;

/** What a person is in the organisation; rights are derived from it. */
public enum Role {
    CEO,
    MANAGER,
    STAFF;

    /** Reads the claim of a token or a field of a request. */
    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** As written in JSON and tokens. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
