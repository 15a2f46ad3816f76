package com.ceoplatform.gateway.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.problem.Problems;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Sends the parts of a batch through this gateway's own front door, so that each of them meets the same checks, limits
 * and routes as if it had come alone.
 */
@Service
class BatchService {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What a part may say beside its body. */
    static final List<String> HEADERS = List.of("Accept", IDEMPOTENCY_KEY, "If-Match", "If-None-Match", "Prefer");

    /** What a client may want to know of an answer. */
    private static final List<String> ANSWERED = List.of("ETag", "Location", "Retry-After", "X-Request-Id");

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);

    private static final Duration PATIENCE = Duration.ofSeconds(70);

    /** Of each part: the answers of all of them are held in memory together. */
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final OwnAddress address;
    private final JsonMapper mapper;
    private final DistributionSummary sizes;
    private final WebClient client;

    BatchService(OwnAddress address, JsonMapper mapper, MeterRegistry meters) {
        this.address = address;
        this.mapper = mapper;
        this.sizes = DistributionSummary.builder("gateway.batch.parts").register(meters);
        HttpClient http = HttpClient.create(ConnectionProvider.builder("batch")
                        .maxConnections(200)
                        .maxIdleTime(Duration.ofSeconds(10))
                        .build())
                .responseTimeout(PATIENCE);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
    }

    /**
     * @param inherited headers of the batch that count for each part: the token, the trace, the request id
     * @param idempotencyKey of the batch; each part that brings none of its own gets one made of this and its id
     */
    Mono<BatchResponse> send(BatchRequest batch, HttpHeaders inherited, @Nullable String idempotencyKey) {
        requireUsableIds(batch);
        sizes.record(batch.requests().size());
        return Flux.fromIterable(batch.requests())
                .flatMapSequential(part -> send(part, headersOf(part, inherited, idempotencyKey)), BatchRequest.MOST)
                .collectList()
                .map(BatchResponse::new);
    }

    private static void requireUsableIds(BatchRequest batch) {
        Set<String> seen = new HashSet<>();
        int at = 0;
        for (BatchRequest.Part part : batch.requests()) {
            String field = "requests[" + at++ + "].id";
            if (!part.hasUsableId()) {
                throw DomainException.invalid(field, "must be text of 1 to 100 characters or a whole number");
            }
            if (!seen.add(part.name())) {
                throw DomainException.invalid(field, "must differ from the ids of the other requests");
            }
        }
    }

    private Mono<BatchResponse.PartAnswer> send(BatchRequest.Part part, HttpHeaders own) {
        WebClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(part.method())).uri(uri(part)).headers(headers -> headers.putAll(own));
        JsonNode body = part.body();
        if (body != null && !body.isNull()) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(mapper.writeValueAsBytes(body));
        }
        return request.exchangeToMono(answer -> read(part, answer))
                .onErrorResume(failure -> Mono.just(failed(part, failure)));
    }

    /** One part that fails leaves the answers of the others as they are. */
    private BatchResponse.PartAnswer failed(BatchRequest.Part part, Throwable failure) {
        LOG.warn("{} {} failed as part of a batch: {}", part.method(), part.path(), failure.toString());
        boolean tooLong = NestedExceptionUtils.getRootCause(failure) instanceof DataBufferLimitException
                || failure instanceof DataBufferLimitException;
        ProblemDetail problem = tooLong
                ? Problems.of(
                        ErrorKind.TOO_LARGE, "answer_too_large", "The answer is too large for a batch; ask alone.")
                : Problems.of(ErrorKind.UNAVAILABLE, "temporarily_unavailable", "This part got no answer; try again.");
        return new BatchResponse.PartAnswer(part.id(), problem.getStatus(), Map.of(), mapper.valueToTree(problem));
    }

    private URI uri(BatchRequest.Part part) {
        try {
            return address.of(part.fullPath());
        } catch (IllegalArgumentException unencoded) {
            throw DomainException.invalid("requests", "The path of " + part.name() + " is not a valid URI.");
        }
    }

    private static HttpHeaders headersOf(
            BatchRequest.Part part, HttpHeaders inherited, @Nullable String idempotencyKey) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(inherited);
        if (idempotencyKey != null && part.method().equals("POST")) {
            headers.set(IDEMPOTENCY_KEY, keyOf(part, idempotencyKey));
        }
        Map<String, String> own = part.headers();
        if (own != null) {
            own.forEach((name, value) -> HEADERS.stream()
                    .filter(allowed -> allowed.equalsIgnoreCase(name))
                    .forEach(allowed -> headers.set(allowed, value)));
        }
        return headers;
    }

    /** Of a fixed form, whatever characters and length the id has. */
    private static String keyOf(BatchRequest.Part part, String idempotencyKey) {
        return UUID.nameUUIDFromBytes((idempotencyKey + ":" + part.name()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Mono<BatchResponse.PartAnswer> read(BatchRequest.Part part, ClientResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : ANSWERED) {
            answer.headers().header(name).stream().findFirst().ifPresent(value -> headers.put(name, value));
        }
        int status = answer.statusCode().value();
        return answer.bodyToMono(byte[].class)
                .map(bytes -> new BatchResponse.PartAnswer(part.id(), status, headers, json(bytes)))
                .defaultIfEmpty(new BatchResponse.PartAnswer(part.id(), status, headers, null));
    }

    private JsonNode json(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (JacksonException notJson) {
            return StringNode.valueOf(new String(body, StandardCharsets.UTF_8));
        }
    }
}
