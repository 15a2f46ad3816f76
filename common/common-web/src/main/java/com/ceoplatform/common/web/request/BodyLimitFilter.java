package com.ceoplatform.common.web.request;

import com.ceoplatform.common.web.problem.ProblemWriter;
import com.ceoplatform.common.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over the limit: at once when they say their length, else as soon as they exceed it. */
class BodyLimitFilter extends OncePerRequestFilter {

    private final RequestLimits limits;
    private final ProblemWriter problems;

    BodyLimitFilter(RequestLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = isUpload(request.getContentType())
                ? limits.upload().toBytes()
                : limits.body().toBytes();
        if (request.getContentLengthLong() > limit) {
            problems.write(response, Problems.of(new PayloadTooLargeException(limit).problem()));
            return;
        }
        boolean lengthUnknown = request.getContentLengthLong() < 0;
        chain.doFilter(lengthUnknown ? new LimitedRequest(request, limit) : request, response);
    }

    private static boolean isUpload(@Nullable String contentType) {
        return contentType != null
                && (contentType.startsWith("multipart/")
                        || contentType.startsWith("audio/")
                        || contentType.startsWith("application/octet-stream"));
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream source;
        private final long limit;
        private long count;

        LimitedStream(ServletInputStream source, long limit) {
            this.source = source;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = source.read();
            counted(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octets = source.read(buffer, offset, length);
            counted(Math.max(octets, 0));
            return octets;
        }

        private void counted(int octets) throws PayloadTooLargeException {
            count += octets;
            if (count > limit) {
                throw new PayloadTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
