package com.ceoplatform.voice.language.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a task stands. */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    REVIEW,
    COMPLETED,
    CANCELLED,
    ON_HOLD;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
