package com.ceoplatform.gateway.token;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the access token: in the header {@code Authorization} (RFC 6750), or, because browsers cannot set that on a
 * WebSocket handshake, as the sub-protocol {@code bearer.<token>}. Never in the address.
 */
public class BearerTokens implements ServerAuthenticationConverter {

    private static final String SUB_PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String BEARER = "bearer.";

    private final ServerAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return header.convert(exchange)
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(
                        ofSubProtocols(exchange.getRequest().getHeaders()).map(BearerTokenAuthenticationToken::new))));
    }

    /** The token that a WebSocket handshake offers as a sub-protocol. */
    public static Optional<String> ofSubProtocols(HttpHeaders headers) {
        return subProtocols(headers).stream()
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst();
    }

    /** The sub-protocols that a WebSocket handshake offers, without the token among them. */
    public static List<String> realSubProtocols(HttpHeaders headers) {
        return subProtocols(headers).stream()
                .filter(protocol -> !protocol.startsWith(BEARER))
                .toList();
    }

    private static List<String> subProtocols(HttpHeaders headers) {
        return headers.getOrEmpty(SUB_PROTOCOLS).stream()
                .flatMap(line -> List.of(StringUtils.tokenizeToStringArray(line, ",")).stream())
                .toList();
    }
}
