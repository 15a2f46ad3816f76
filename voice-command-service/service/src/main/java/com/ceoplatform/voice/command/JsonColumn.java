package com.ceoplatform.voice.command;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value kept as JSON text: read and written as a whole, never searched. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final JavaType type;

    private JsonColumn(TypeReference<T> type) {
        this.type = MAPPER.constructType(type);
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : MAPPER.writerFor(type).writeValueAsString(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, type);
    }

    static final class OfPlanned extends JsonColumn<PlannedAction> {
        OfPlanned() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfReference extends JsonColumn<Reference> {
        OfReference() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfError extends JsonColumn<ActionError> {
        OfError() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfEffects extends JsonColumn<List<Effect>> {
        OfEffects() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfTree extends JsonColumn<JsonNode> {
        OfTree() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfClarification extends JsonColumn<Clarification> {
        OfClarification() {
            super(new TypeReference<>() {});
        }
    }

    static final class OfConfirmation extends JsonColumn<Confirmation> {
        OfConfirmation() {
            super(new TypeReference<>() {});
        }
    }
}
