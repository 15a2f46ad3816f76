package com.ceoplatform.common.docs;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.json.PlatformJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes records as our JSON writes them: a component is required unless it is {@code @Nullable}, which may be null or
 * left out; enums have their names on the wire; a {@link Change} is its value or null, or left out.
 */
class RecordSchemas implements ModelConverter {

    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final Set<JsonInclude.Include> EMPTY_ONES_LEFT_OUT =
            Set.of(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_DEFAULT);

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java == null) {
            return next(type, context, others);
        }
        Class<?> raw = java.getRawClass();
        if (raw == Change.class) {
            return context.resolve(type.type(java.containedTypeOrUnknown(0)));
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new Schema<>();
        }
        Schema<?> schema = next(type, context, others);
        if (schema != null && raw.isEnum()) {
            nameAsOnTheWire(schema, raw);
        }
        if (schema != null && raw.isRecord()) {
            Schema<?> model = schema.get$ref() == null ? schema : definition(schema.get$ref(), context);
            if (model != null) {
                tellNullFromRequired(model, raw);
            }
        }
        return schema;
    }

    private static @Nullable Schema<?> next(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static @Nullable Schema<?> definition(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("unchecked") // a schema of an enum holds strings
    private static void nameAsOnTheWire(Schema<?> schema, Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> MAPPER.valueToTree(constant).asString())
                .toList();
        ((Schema<String>) schema).setEnum(names);
    }

    private static void tellNullFromRequired(Schema<?> model, Class<?> type) {
        @SuppressWarnings("rawtypes") // as swagger-core has it
        Map<String, Schema> properties = model.getProperties();
        if (properties == null) {
            return;
        }
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType() == Change.class) {
                properties.put(component.getName(), nullable(property));
            } else if (!leftOutWhenEmpty(component, type)) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static boolean leftOutWhenEmpty(RecordComponent component, Class<?> type) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude include = own == null ? type.getAnnotation(JsonInclude.class) : own;
        return include != null && EMPTY_ONES_LEFT_OUT.contains(include.value());
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (isNullable(property)) {
            return property;
        }
        if (property.getTypes() == null || property.getEnum() != null) {
            return property.get$ref() == null && property.getEnum() == null ? property : orNull(property);
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
        return property;
    }

    private static boolean isNullable(Schema<?> property) {
        boolean byType = property.getTypes() != null && property.getTypes().contains("null");
        return byType
                || (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(RecordSchemas::isNull));
    }

    private static boolean isNull(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().equals(Set.of("null"));
    }

    private static Schema<?> orNull(Schema<?> property) {
        Schema<?> nothing = new Schema<>().types(Set.of("null"));
        return new Schema<>().anyOf(List.of(property, nothing));
    }
}
