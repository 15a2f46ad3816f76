package com.ceoplatform.common.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Tells an absent field from a null one. */
class ChangeDeserializer extends ValueDeserializer<Change<?>> {

    private final @Nullable JavaType valueType;

    ChangeDeserializer() {
        this(null);
    }

    private ChangeDeserializer(@Nullable JavaType valueType) {
        this.valueType = valueType;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new ChangeDeserializer(type.containedTypeOrUnknown(0));
    }

    @Override
    public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
        return Change.to(context.readValue(parser, valueType));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Change.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Change.absent();
    }
}
