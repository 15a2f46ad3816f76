package com.ceoplatform.voice.language.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may find and join a channel. */
public enum Privacy {
    PUBLIC,
    PRIVATE,
    RESTRICTED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
