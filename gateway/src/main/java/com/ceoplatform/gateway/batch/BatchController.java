package com.ceoplatform.gateway.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.gateway.request.ClientAddress;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Several requests in one round trip. */
@RestController
@Tag(name = "Batch")
class BatchController {

    private static final List<String> INHERITED = List.of(
            HttpHeaders.AUTHORIZATION,
            "X-Request-Id",
            "traceparent",
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.USER_AGENT);

    private final BatchService batches;
    private final ClientAddress addresses;

    BatchController(BatchService batches, ClientAddress addresses) {
        this.batches = batches;
        this.addresses = addresses;
    }

    @PostMapping("/api/v1/batch")
    @Operation(
            summary = "Up to 20 requests in parallel, each answered with its own status",
            description = "Paths with or without /api/v1. Accepts Idempotency-Key: parts that create and bring none of "
                    + "their own are then made once. Refusals: 422 validation_failed when a part makes no sense, "
                    + "among them batches and logins; nothing is sent then.")
    Mono<BatchResponse> send(@Valid @RequestBody BatchRequest batch, ServerWebExchange exchange) {
        if (ClientAddress.isOwn(exchange)) {
            throw DomainException.invalid("requests", "must not hold batches");
        }
        HttpHeaders asked = exchange.getRequest().getHeaders();
        HttpHeaders inherited = new HttpHeaders();
        for (String name : INHERITED) {
            String value = asked.getFirst(name);
            if (value != null) {
                inherited.set(name, value);
            }
        }
        addresses.tell(inherited, Origin.addressOf(exchange));
        return batches.send(batch, inherited, asked.getFirst(BatchService.IDEMPOTENCY_KEY));
    }
}
