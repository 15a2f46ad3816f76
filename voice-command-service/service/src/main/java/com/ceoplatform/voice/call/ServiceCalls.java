package com.ceoplatform.voice.call;

import com.ceoplatform.common.web.client.ServiceClients;
import com.ceoplatform.voice.config.VoiceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to the other services with the speaker's token. Every call is idempotent, by its key or by its nature, so what fails
 * for a passing reason is tried again with growing pauses until the scope's patience ends.
 */
@Component
public class ServiceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A service that fails on its own account that often will not come round. */
    private static final int MOST_INTERNAL_ERRORS = 3;

    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();
    private final ServiceClients services;
    private final Duration timeout;
    private final JsonMapper mapper;

    ServiceCalls(ServiceClients services, VoiceSettings settings, JsonMapper mapper) {
        this.services = services;
        this.timeout = settings.execution().callTimeout();
        this.mapper = mapper;
    }

    /** What one attempt came to. */
    private record Answer(int status, JsonNode body) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        String text(String field, String otherwise) {
            return body.path(field).asString(otherwise);
        }
    }

    /**
     * The body of the answer.
     *
     * @throws CallFailure when it is refused, or patience ends
     */
    public JsonNode call(Call call, CallScope scope) {
        String key = call.creates() ? scope.nextKey() : null;
        Duration pause = FIRST_PAUSE;
        boolean uncertain = false;
        int internalErrors = 0;
        while (true) {
            CallFailure failure;
            try {
                Answer answer = attempt(call, scope, key);
                if (answer.ok()) {
                    return answer.body();
                }
                failure = failure(answer, uncertain);
                internalErrors += answer.status() == 500 ? 1 : 0;
            } catch (RestClientException unreachable) {
                uncertain = true;
                failure = unavailable(call.service(), unreachable.getMessage());
            }
            if (failure.kind() != CallFailure.Kind.UNAVAILABLE
                    || internalErrors >= MOST_INTERNAL_ERRORS
                    || !scope.patient()) {
                LOG.info(
                        "{} {} {} for {} failed: {}",
                        call.method(),
                        call.service(),
                        call.path(),
                        scope,
                        failure.error());
                throw failure;
            }
            LOG.debug("{} {} {} is tried again: {}", call.method(), call.service(), call.path(), failure.error());
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Answer attempt(Call call, CallScope scope, @Nullable String key) {
        RestClient client = clients.computeIfAbsent(call.service(), name -> services.to(name, timeout));
        RestClient.RequestBodySpec request = client.method(call.method())
                .uri(call.path(), call.variables().toArray())
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> headers(headers, call, scope, key));
        if (call.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(call.body());
        }
        return request.exchange((ignored, response) -> answer(response));
    }

    private static void headers(HttpHeaders headers, Call call, CallScope scope, @Nullable String key) {
        headers.setBearerAuth(scope.token());
        if (key != null) {
            headers.set("Idempotency-Key", key);
        }
        if (call.ifMatch() != null) {
            headers.setIfMatch("\"" + call.ifMatch() + "\"");
        }
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readAllBytes();
        return new Answer(response.getStatusCode().value(), tree(body));
    }

    private JsonNode tree(byte[] body) {
        try {
            return body.length == 0 ? mapper.nullNode() : mapper.readTree(body);
        } catch (JacksonException notJson) {
            return mapper.nullNode();
        }
    }

    private static CallFailure failure(Answer answer, boolean uncertain) {
        String code = answer.text("code", "status_" + answer.status());
        String detail = answer.text("detail", "The service answered " + answer.status() + ".");
        return switch (answer.status()) {
            case 401 -> new CallFailure(CallFailure.Kind.UNAUTHENTICATED, uncertain, code, detail);
            case 404, 410 -> new CallFailure(CallFailure.Kind.NOT_FOUND, uncertain, code, detail);
            case 412 -> new CallFailure(CallFailure.Kind.STALE, uncertain, code, detail);
            case 408, 425, 429, 500, 502, 503, 504 -> new CallFailure(CallFailure.Kind.UNAVAILABLE, true, code, detail);
            case 409 ->
                code.equals("idempotency_key_in_use") || code.equals("concurrent_change")
                        ? new CallFailure(CallFailure.Kind.UNAVAILABLE, true, code, detail)
                        : new CallFailure(CallFailure.Kind.REFUSED, uncertain, code, detail);
            default -> new CallFailure(CallFailure.Kind.REFUSED, uncertain, code, detail);
        };
    }

    private static CallFailure unavailable(String service, @Nullable String reason) {
        LOG.debug("{} cannot be reached: {}", service, reason);
        return new CallFailure(
                CallFailure.Kind.UNAVAILABLE,
                true,
                "service_unavailable",
                "The " + service + " service does not answer.");
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.plusMillis(ThreadLocalRandom.current().nextLong(50)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** This process is stopping; another one, or the next, goes on. */
    public static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
