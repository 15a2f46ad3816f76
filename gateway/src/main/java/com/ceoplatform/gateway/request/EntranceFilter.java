package com.ceoplatform.gateway.request;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.text.PercentEncoded;
import com.ceoplatform.common.trace.TraceParent;
import com.ceoplatform.gateway.problem.ProblemWriter;
import com.ceoplatform.gateway.problem.Problems;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Outermost of all filters: gives the request its id and trace, takes off the headers that only services may send each
 * other, and logs the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EntranceFilter implements WebFilter {

    static final String REQUEST_ID = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger("com.ceoplatform.gateway.requests");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** Services believe these, so nobody outside may set them. */
    private static final List<String> INTERNAL_HEADERS = List.of(
            "X-Command-Id",
            "X-Causation-Id",
            "X-User-Id",
            ClientAddress.ON_BEHALF_OF,
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override");

    /** What follows these opens something, so it stays out of the log. */
    private static final List<String> SECRET_PATHS = List.of("/calendar/", "/unsubscribe/");

    private final ProblemWriter problems;
    private final ClientAddress addresses;

    EntranceFilter(ProblemWriter problems, ClientAddress addresses) {
        this.problems = problems;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        HttpHeaders asked = exchange.getRequest().getHeaders();
        String id = requestId(asked.getFirst(REQUEST_ID));
        TraceParent trace =
                TraceParent.continuing(asked.getFirst(TraceParent.HEADER)).child();
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders answered = exchange.getResponse().getHeaders();
            answered.set(REQUEST_ID, id);
            answered.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            log(exchange, id, trace, start);
            return Mono.empty();
        });
        if (!isText(exchange.getRequest().getURI())) {
            return problems.write(
                    exchange,
                    Problems.of(
                            ErrorKind.BAD_REQUEST,
                            "invalid_parameter",
                            "The address is not UTF-8 or has a NUL in it."));
        }
        return chain.filter(
                exchange.mutate().request(entered(exchange, id, trace)).build());
    }

    /** The request as everything behind sees it. */
    private ServerHttpRequest entered(ServerWebExchange exchange, String id, TraceParent trace) {
        InetSocketAddress client = addresses.resolve(exchange);
        ServerHttpRequest.Builder request = exchange.getRequest().mutate();
        if (client != null) {
            request.remoteAddress(client);
        }
        return request.headers(headers -> {
                    INTERNAL_HEADERS.forEach(headers::remove);
                    headers.set(REQUEST_ID, id);
                    headers.set(TraceParent.HEADER, trace.header());
                })
                .build();
    }

    private static String requestId(@Nullable String asked) {
        return asked != null && SANE_ID.matcher(asked).matches()
                ? asked
                : Ids.next().toString();
    }

    private static boolean isText(URI address) {
        return PercentEncoded.isText(address.getRawPath()) && PercentEncoded.isText(address.getRawQuery());
    }

    private static void log(ServerWebExchange exchange, String id, TraceParent trace, long start) {
        String path = exchange.getRequest().getPath().value();
        if (!LOG.isInfoEnabled() || path.startsWith("/actuator/")) {
            return;
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        String user =
                CurrentCaller.of(exchange).map(caller -> caller.id().toString()).orElse(null);
        try (var ignoredId = MDC.putCloseable("requestId", id);
                var ignoredTrace = MDC.putCloseable("traceId", trace.traceId());
                var ignoredUser = MDC.putCloseable("userId", user)) {
            LOG.info(
                    "{} {} {} {} ms",
                    exchange.getRequest().getMethod(),
                    loggable(path),
                    status == null ? 200 : status.value(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static String loggable(String path) {
        for (String prefix : SECRET_PATHS) {
            if (path.startsWith(prefix)) {
                return prefix + "...";
            }
        }
        return path;
    }
}
