package com.ceoplatform.common.json;

import java.time.Instant;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON dialect of the platform: camelCase, enums in lower snake case, UTC ISO-8601 times, unknown fields ignored so
 * that contracts can grow. Nothing is taken for what it is not: an empty text is no null, a number no time.
 */
public final class PlatformJson {

    private PlatformJson() {}

    static void configure(JsonMapper.Builder builder) {
        SimpleModule strict = new SimpleModule("strict")
                .addDeserializer(String.class, new LegalTextDeserializer())
                .addDeserializer(Instant.class, new MomentDeserializer());
        builder.addModule(strict)
                .withCoercionConfigDefaults(
                        scalars -> scalars.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS);
    }

    /** A mapper of the dialect for code that runs outside an application context. */
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        configure(builder);
        return builder.build();
    }
}
