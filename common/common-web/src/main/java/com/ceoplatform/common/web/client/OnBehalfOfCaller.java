package com.ceoplatform.common.web.client;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.trace.TraceParent;
import com.ceoplatform.common.web.security.CallerAuthentication;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Adds to a call what it must carry; headers that the code set itself stay as they are. */
class OnBehalfOfCaller implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        HttpHeaders headers = request.getHeaders();
        if (!headers.containsHeader(HttpHeaders.AUTHORIZATION)
                && SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            headers.setBearerAuth(caller.getCredentials());
        }
        EventContext context = EventContext.current();
        if (context.traceparent() != null) {
            headers.set(
                    TraceParent.HEADER,
                    TraceParent.continuing(context.traceparent()).child().header());
        }
        if (context.correlationId() != null && !headers.containsHeader("X-Command-Id")) {
            headers.set("X-Command-Id", context.correlationId().toString());
        }
        String requestId = MDC.get("requestId");
        if (requestId != null) {
            headers.set("X-Request-Id", requestId);
        }
        return execution.execute(request, body);
    }
}
