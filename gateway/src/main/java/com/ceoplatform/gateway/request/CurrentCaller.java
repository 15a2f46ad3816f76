package com.ceoplatform.gateway.request;

import com.ceoplatform.common.security.Caller;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** The authenticated caller of an exchange, also known to what runs outside the security filters. */
public final class CurrentCaller {

    private static final String ATTRIBUTE = CurrentCaller.class.getName();

    private CurrentCaller() {}

    public static void set(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }
}
