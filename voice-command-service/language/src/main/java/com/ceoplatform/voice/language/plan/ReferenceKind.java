package com.ceoplatform.voice.language.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a reference points at; {@code ACTION} is the result of an earlier action of the same plan. */
public enum ReferenceKind {
    USER,
    CHANNEL,
    TASK,
    ACTION,
    MESSAGE,
    MEETING,
    REMINDER,
    FILE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
