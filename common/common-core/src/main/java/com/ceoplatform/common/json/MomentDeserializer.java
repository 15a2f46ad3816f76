package com.ceoplatform.common.json;

import com.ceoplatform.common.time.StorableTime;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads ISO-8601 times with a zone or offset, and no numbers: whether they count seconds or milliseconds nobody can tell. */
class MomentDeserializer extends StdScalarDeserializer<Instant> {

    MomentDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
        }
        String text = parser.getString();
        try {
            return StorableTime.parse(text);
        } catch (DateTimeException noTime) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "is not a time with a zone or offset");
        }
    }
}
