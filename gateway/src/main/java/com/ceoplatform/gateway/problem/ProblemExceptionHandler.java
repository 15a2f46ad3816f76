package com.ceoplatform.gateway.problem;

import com.ceoplatform.common.error.DomainException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Turns every failure of an exchange into one problem format; unknown ones are logged and hidden. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemExceptionHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemWriter writer;

    ProblemExceptionHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        Throwable failure = Exceptions.unwrap(thrown);
        if (exchange.getResponse().isCommitted()) {
            LOG.debug("The answer broke off", failure);
            return Mono.error(failure);
        }
        ProblemDetail problem = FailureProblems.describe(failure);
        log(exchange, problem, failure);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> headers.put(name, values));
        }
        retryAfter(problem, failure).ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return writer.write(exchange, problem);
    }

    private static Optional<String> retryAfter(ProblemDetail problem, Throwable failure) {
        if (failure instanceof DomainException refusal
                && refusal.properties().get("retryAfterSeconds") instanceof Number seconds) {
            return Optional.of(seconds.toString());
        }
        return problem.getStatus() == 503 ? Optional.of("1") : Optional.empty();
    }

    private static void log(ServerWebExchange exchange, ProblemDetail problem, Throwable failure) {
        String request = exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath().value();
        if (problem.getStatus() == 500) {
            LOG.error("{} failed unexpectedly", request, failure);
        } else if (problem.getStatus() > 500) {
            LOG.warn("{} got {}: {}", request, problem.getStatus(), failure.toString());
        } else {
            LOG.debug("{} was refused: {}", request, failure.toString());
        }
    }
}
