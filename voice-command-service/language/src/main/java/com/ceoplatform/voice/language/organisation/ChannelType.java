package com.ceoplatform.voice.language.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a channel is for. */
public enum ChannelType {
    PROJECT,
    DEPARTMENT,
    INITIATIVE,
    TEMPORARY,
    ANNOUNCEMENT,
    EMERGENCY,
    DIRECT;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
