package com.ceoplatform.common.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads texts verbatim but refuses what is no text: numbers and other JSON values, the character NUL, which PostgreSQL cannot store, and halves of
 * surrogate pairs, which no UTF-8 can carry.
 */
class LegalTextDeserializer extends StdScalarDeserializer<String> {

    private static final StringDeserializer VERBATIM = StringDeserializer.instance;

    LegalTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
        }
        String text = VERBATIM.deserialize(parser, context);
        return isLegal(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, "", "contains characters that are no text");
    }

    static boolean isLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
