package com.ceoplatform.common.json;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Reads ISO-8601 times with a zone or offset, and no numbers: whether they count seconds or milliseconds nobody can tell. */
class MomentDeserializer extends StdScalarDeserializer<Instant> {

    private static final InstantDeserializer<Instant> ISO_8601 = InstantDeserializer.INSTANT;

    MomentDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
        }
        String text = parser.getString();
        return text.contains("T") || text.contains("t")
                ? ISO_8601.deserialize(parser, context)
                : (Instant) context.handleWeirdStringValue(Instant.class, text, "is not a time with a zone or offset");
    }
}
