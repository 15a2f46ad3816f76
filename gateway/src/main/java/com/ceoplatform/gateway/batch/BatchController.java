package com.ceoplatform.gateway.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Several requests in one round trip. */
@RestController
@Tag(name = "Batch")
class BatchController {

    private static final List<String> INHERITED =
            List.of(HttpHeaders.AUTHORIZATION, "X-Request-Id", "traceparent", HttpHeaders.ACCEPT_LANGUAGE);

    private final BatchService batches;

    BatchController(BatchService batches) {
        this.batches = batches;
    }

    @PostMapping("/api/v1/batch")
    @Operation(summary = "Up to 20 requests in parallel, each answered with its own status")
    Mono<BatchResponse> send(@Valid @RequestBody BatchRequest batch, ServerHttpRequest request) {
        HttpHeaders inherited = new HttpHeaders();
        for (String name : INHERITED) {
            String value = request.getHeaders().getFirst(name);
            if (value != null) {
                inherited.set(name, value);
            }
        }
        return batches.send(batch, inherited);
    }
}
