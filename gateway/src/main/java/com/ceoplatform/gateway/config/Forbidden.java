package com.ceoplatform.gateway.config;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.ApiScopes;
import com.ceoplatform.gateway.problem.ProblemWriter;
import com.ceoplatform.gateway.problem.Problems;
import com.ceoplatform.gateway.token.CallerAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who may not do something; whose API token lacks a scope learns which one (RFC 6750, 3.1). */
class Forbidden implements ServerAccessDeniedHandler {

    private final ProblemWriter problems;

    Forbidden(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.getPrincipal()
                .ofType(CallerAuthentication.class)
                .map(caller -> caller.scope() != null)
                .defaultIfEmpty(false)
                .flatMap(limited -> limited ? outOfScope(exchange) : forbidden(exchange));
    }

    private Mono<Void> forbidden(ServerWebExchange exchange) {
        return problems.write(exchange, Problems.of(ErrorKind.FORBIDDEN, "forbidden", "You may not do this."));
    }

    private Mono<Void> outOfScope(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String needed = ApiScopes.required(
                        request.getMethod().name(),
                        request.getPath().pathWithinApplication().value())
                .orElse("");
        String challenge = "Bearer error=\"insufficient_scope\"";
        exchange.getResponse()
                .getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        needed.isEmpty() ? challenge : challenge + ", scope=\"" + needed + "\"");
        String detail = needed.isEmpty()
                ? "No API token may do this; it takes a login."
                : "The API token lacks the scope " + needed + ".";
        return problems.write(exchange, Problems.of(ErrorKind.FORBIDDEN, "insufficient_scope", detail));
    }
}
