package com.ceoplatform.gateway.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Several requests at once; they run in parallel, so none may need another one's effect. */
record BatchRequest(
        @NotNull @Size(min = 1, max = BatchRequest.MOST) List<@NotNull @Valid Part> requests) {

    static final int MOST = 20;

    private static final String BASE = "/api/v1";

    /**
     * One of them.
     *
     * @param id of the client's choice, text or a whole number; its answer carries it again
     * @param path with its query, below {@code /api/v1}; that may be left out
     * @param headers those of {@link BatchService#HEADERS}, such as {@code If-Match}
     */
    record Part(
            @Schema(
                    types = {"string", "integer"},
                    example = "first")
            @NotNull
            JsonNode id,

            @NotNull @Pattern(regexp = "GET|POST|PUT|PATCH|DELETE", message = "is not a method allowed here")
            String method,

            @NotNull
            @Pattern(
                    regexp = "(?!(/api/v1)?/(/|(batch|auth)([/?]|$)))/[^\\s#\\\\]*",
                    message = "is not a path below /api/v1 that can be part of a batch")
            String path,

            @Nullable Map<String, String> headers,
            @Nullable JsonNode body) {

        private static final int LONGEST_ID = 100;

        /** Whether the id can be told from others and given back. */
        boolean hasUsableId() {
            return id.isString()
                    ? !id.stringValue().isBlank() && id.stringValue().length() <= LONGEST_ID
                    : id.isIntegralNumber();
        }

        String name() {
            return id.asString();
        }

        /** The path in full. */
        String fullPath() {
            return path.startsWith(BASE + "/") ? path : BASE + path;
        }
    }
}
