package com.ceoplatform.voice.stream;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.web.problem.ProblemWriter;
import com.ceoplatform.common.web.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets in whoever brings a valid access token. */
@Component
class Handshake implements HandshakeInterceptor {

    /** The {@link Grant} among the attributes of a session; missing for a browser that is turned away. */
    static final String GRANT = Grant.class.getName();

    static final String TRACE = "traceparent";

    private final AccessTokens tokens;
    private final ProblemWriter problems;

    Handshake(AccessTokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        Optional<HandshakeToken> token = HandshakeToken.of(request.getHeaders());
        Optional<Grant> grant;
        try {
            grant = token.flatMap(given -> tokens.verify(given.value()));
        } catch (JwtException keysUnavailable) {
            refuse(response, ErrorKind.UNAVAILABLE, "temporarily_unavailable", "Access tokens cannot be verified now.");
            return false;
        }
        grant.ifPresent(given -> attributes.put(GRANT, given));
        String traceparent = EventContext.current().traceparent();
        if (traceparent != null) {
            attributes.put(TRACE, traceparent);
        }
        boolean letIn =
                grant.isPresent() || token.map(HandshakeToken::fromBrowser).orElse(false);
        if (!letIn) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(response, ErrorKind.UNAUTHENTICATED, "unauthenticated", "A valid access token is needed.");
        }
        return letIn;
    }

    private void refuse(ServerHttpResponse response, ErrorKind kind, String code, String detail) throws IOException {
        HttpServletResponse servlet = ((ServletServerHttpResponse) response).getServletResponse();
        response.getHeaders().forEach((name, values) -> values.forEach(value -> servlet.setHeader(name, value)));
        problems.write(servlet, Problems.of(kind, code, detail));
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // All that matters was decided before.
    }
}
