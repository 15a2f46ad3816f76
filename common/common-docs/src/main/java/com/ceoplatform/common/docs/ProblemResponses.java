package com.ceoplatform.common.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;

/** Adds the one problem format and a response per refusal, to which every operation points. */
class ProblemResponses implements GlobalOpenApiCustomizer {

    private static final String SCHEMA = "Problem";
    private static final String FIELD_SCHEMA = "ProblemField";

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        Components components = document.getComponents();
        components.addSchemas(SCHEMA, problem());
        components.addSchemas(FIELD_SCHEMA, field());
        EndpointResponses.REFUSALS_OF_WRITES.forEach(
                status -> components.addResponses(nameOf(status), response(status)));
    }

    /** A reference to the response of a refusal. */
    static ApiResponse reference(HttpStatus status) {
        return new ApiResponse().$ref("#/components/responses/" + nameOf(status));
    }

    private static String nameOf(HttpStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ApiResponse response(HttpStatus status) {
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
    }

    private static Schema<?> problem() {
        Schema<?> errors = new ArraySchema()
                .items(new Schema<>().$ref("#/components/schemas/" + FIELD_SCHEMA))
                .description("The fields that are wrong");
        return object(Map.of(
                        "type",
                        new StringSchema().format("uri"),
                        "title",
                        new StringSchema(),
                        "status",
                        new IntegerSchema().format("int32"),
                        "detail",
                        new StringSchema(),
                        "instance",
                        new StringSchema(),
                        "code",
                        new StringSchema().description("Stable, in snake case"),
                        "errors",
                        errors))
                .required(java.util.List.of("type", "title", "status", "code"))
                .additionalProperties(true)
                .description("Why a request was refused (RFC 9457)");
    }

    private static Schema<?> field() {
        return object(Map.of("field", new StringSchema(), "message", new StringSchema()))
                .required(java.util.List.of("field", "message"));
    }

    private static Schema<?> object(Map<String, Schema<?>> properties) {
        Schema<?> object = new ObjectSchema();
        new java.util.TreeMap<>(properties).forEach(object::addProperty);
        return object;
    }
}
