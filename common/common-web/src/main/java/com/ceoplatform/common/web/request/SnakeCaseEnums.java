package com.ceoplatform.common.web.request;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads enums of query parameters as JSON writes them, in lower snake case. */
class SnakeCaseEnums implements ConverterFactory<String, Enum<?>> {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the target type is an enum by contract of the factory
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return text -> (T) Enum.valueOf((Class) type, text.toUpperCase(Locale.ROOT));
    }
}
