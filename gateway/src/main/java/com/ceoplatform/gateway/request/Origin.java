package com.ceoplatform.gateway.request;

import com.ceoplatform.common.events.EventContext;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
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
 * @param userAgent what the client says it is, cut when it says much
 */
public record Origin(@Nullable String requestId, String address, String userAgent, EventContext context) {

    private static final int LONGEST_USER_AGENT = 300;
    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** The origin of the work on this thread; empty for what the gateway does by itself. */
    public static Optional<Origin> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    static Origin of(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        UUID actor = CurrentCaller.of(exchange).map(caller -> caller.id()).orElse(null);
        return new Origin(
                headers.getFirst(EntranceFilter.REQUEST_ID),
                addressOf(exchange),
                userAgentOf(headers),
                new EventContext(actor, null, null, headers.getFirst("traceparent")));
    }

    /** What the client says it is. */
    public static String userAgentOf(HttpHeaders headers) {
        String text = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.USER_AGENT), "");
        return text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT));
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
            return ScopedValue.where(CURRENT, this).call(() -> context.call(work::get));
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
