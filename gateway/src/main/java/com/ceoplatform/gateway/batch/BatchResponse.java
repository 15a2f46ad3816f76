package com.ceoplatform.gateway.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answers, in the order of the requests. */
record BatchResponse(List<PartAnswer> responses) {

    /**
     * The answer to one of the requests.
     *
     * @param body null when there is none
     */
    record PartAnswer(
            @Schema(types = {"string", "integer"}) JsonNode id,
            int status,
            Map<String, String> headers,
            @Nullable JsonNode body) {}
}
