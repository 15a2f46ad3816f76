package com.ceoplatform.task.config;

import com.ceoplatform.common.json.Change;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes a field of a PATCH body as what it may be set to, not as our record of whether it was there. */
@Component
class ChangeSchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.isTypeOrSubTypeOf(Change.class)) {
            return context.resolve(type.type(java.containedTypeOrUnknown(0)));
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
