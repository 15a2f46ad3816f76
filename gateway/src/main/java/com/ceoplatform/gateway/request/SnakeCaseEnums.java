package com.ceoplatform.gateway.request;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads enums of query parameters as JSON writes them, in lower snake case and no other way; nothing is none. */
class SnakeCaseEnums implements ConverterFactory<String, Enum<?>> {

    @Override
    // the target type is an enum by contract of the factory; null for nothing, as Spring's own converters have it
    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"})
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return text -> {
            if (text.isEmpty()) {
                return null;
            }
            if (!text.equals(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Not in lower snake case");
            }
            return (T) Enum.valueOf((Class) type, text.toUpperCase(Locale.ROOT));
        };
    }
}
