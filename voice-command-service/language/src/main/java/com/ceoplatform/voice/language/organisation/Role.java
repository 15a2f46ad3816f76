package com.ceoplatform.voice.language.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account may do. */
public enum Role {
    CEO,
    MANAGER,
    STAFF;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
