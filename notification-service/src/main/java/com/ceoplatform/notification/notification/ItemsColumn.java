package com.ceoplatform.notification.notification;

import com.ceoplatform.common.json.PlatformJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Items as JSON text: read and written as a whole, never searched. */
class ItemsColumn implements AttributeConverter<List<Item>, String> {

    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final TypeReference<List<Item>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Item> items) {
        return MAPPER.writerFor(TYPE).writeValueAsString(items);
    }

    @Override
    public List<Item> convertToEntityAttribute(String text) {
        return MAPPER.readValue(text, TYPE);
    }
}
