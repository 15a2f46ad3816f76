package com.ceoplatform.voice.language.date;

import com.ceoplatform.voice.language.grammar.Value;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/** How long before something: "an hour before", "two days ahead of it". Days keep the time of day. */
public record LeadTime(TemporalAmount amount) implements Value {

    public OffsetDateTime before(OffsetDateTime moment, ZoneId zone) {
        return moment.atZoneSameInstant(zone).minus(amount).toOffsetDateTime();
    }
}
