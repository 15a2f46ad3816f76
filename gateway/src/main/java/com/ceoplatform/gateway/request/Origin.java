package com.ceoplatform.gateway.request;

import com.ceoplatform.common.events.EventContext;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request comes from; declared as a controller argument. Blocking work runs within it, so that its events and its
 * log lines tell whose it is.
 *
 * @param address of the client, as far as known
 */
public record Origin(@Nullable String requestId, String address, EventContext context) {

    static Origin of(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        UUID actor = CurrentCaller.of(exchange).map(caller -> caller.id()).orElse(null);
        return new Origin(
                headers.getFirst(EntranceFilter.REQUEST_ID),
                addressOf(exchange),
                new EventContext(actor, null, null, headers.getFirst("traceparent")));
    }

    /** The IP address that the request came from. */
    public static String addressOf(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /** Runs the work on this request's behalf. */
    public <T> T call(Supplier<T> work) {
        UUID actor = context.actorId();
        try (var ignoredId = MDC.putCloseable("requestId", requestId);
                var ignoredUser = MDC.putCloseable("userId", actor == null ? null : actor.toString())) {
            return context.call(work::get);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs the work on this request's behalf. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
