package com.ceoplatform.common.web.request;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.trace.TraceParent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the caller, the voice command and the trace known to the outbox and to the logs. */
class EventContextFilter extends OncePerRequestFilter {

    /** Set by the voice command service on each call of a command; the gateway takes it off outside requests. */
    static final String COMMAND_HEADER = "X-Command-Id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID actor = callerId();
        UUID command = uuid(request.getHeader(COMMAND_HEADER));
        EventContext context = new EventContext(actor, command, null, traceparent(request));
        try (var ignoredUser = MDC.putCloseable("userId", actor == null ? null : actor.toString());
                var ignoredCommand = MDC.putCloseable("commandId", command == null ? null : command.toString())) {
            context.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private static @Nullable UUID callerId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller.id() : null;
    }

    private static @Nullable String traceparent(HttpServletRequest request) {
        return request.getAttribute(RequestIdFilter.TRACE_ATTRIBUTE) instanceof TraceParent trace
                ? trace.header()
                : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
