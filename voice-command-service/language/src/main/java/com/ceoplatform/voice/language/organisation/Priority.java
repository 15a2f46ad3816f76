package com.ceoplatform.voice.language.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How soon a task or a message wants attention, lowest first. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT,
    CRITICAL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
