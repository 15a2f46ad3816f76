package com.ceoplatform.common.web.request;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.text.PercentEncoded;
import com.ceoplatform.common.trace.TraceParent;
import com.ceoplatform.common.web.problem.ProblemWriter;
import com.ceoplatform.common.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its id and its trace, in the logs and on the answer; outermost of all filters. */
class RequestIdFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestIdFilter.class);

    static final String HEADER = "X-Request-Id";
    static final String TRACE_ATTRIBUTE = TraceParent.class.getName();

    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final ProblemWriter problems;

    RequestIdFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = requestId(request.getHeader(HEADER));
        TraceParent trace =
                TraceParent.continuing(request.getHeader(TraceParent.HEADER)).child();
        request.setAttribute(TRACE_ATTRIBUTE, trace);
        response.setHeader(HEADER, id);
        try (var ignoredId = MDC.putCloseable("requestId", id);
                var ignoredTrace = MDC.putCloseable("traceId", trace.traceId())) {
            if (!PercentEncoded.isText(request.getQueryString()) || !PercentEncoded.isText(request.getRequestURI())) {
                problems.write(
                        response,
                        Problems.of(
                                ErrorKind.BAD_REQUEST,
                                "invalid_parameter",
                                "The address contains characters that are no text."));
                return;
            }
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException keysUnavailable) {
            LOG.warn("Tokens cannot be verified right now", keysUnavailable);
            problems.write(
                    response,
                    Problems.of(
                            ErrorKind.UNAVAILABLE,
                            "temporarily_unavailable",
                            "Access tokens cannot be verified right now; try again."));
        }
    }

    private static String requestId(@Nullable String asked) {
        return asked != null && SANE_ID.matcher(asked).matches()
                ? asked
                : Ids.next().toString();
    }
}
