package com.ceoplatform.gateway.request;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit: at once when they say their length, else as soon as they exceed it. */
@Component
@Order(BodyLimitFilter.ORDER)
class BodyLimitFilter implements WebFilter {

    /** Behind Spring Security (-100), before everything that reads bodies. */
    static final int ORDER = -80;

    private static final String STORE = "/storage/";

    private final RequestLimits limits;

    BodyLimitFilter(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long limit = limit(exchange.getRequest()).toBytes();
        long length = headers.getContentLength();
        if (length > limit) {
            return Mono.error(tooLarge(limit));
        }
        if (length >= 0 || !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        ServerHttpRequest limited = new LimitedRequest(exchange.getRequest(), limit);
        return chain.filter(exchange.mutate().request(limited).build());
    }

    private DataSize limit(ServerHttpRequest request) {
        if (request.getPath().value().startsWith(STORE)) {
            return limits.file();
        }
        return isUpload(request.getHeaders()) ? limits.upload() : limits.body();
    }

    private static boolean isUpload(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        return type != null
                && (type.getType().equals("multipart")
                        || type.getType().equals("audio")
                        || type.equalsTypeAndSubtype(MediaType.APPLICATION_OCTET_STREAM));
    }

    private static DomainException tooLarge(long limit) {
        return new DomainException(
                ErrorKind.TOO_LARGE, "payload_too_large", "The body is larger than " + limit + " bytes.");
    }

    private static final class LimitedRequest extends ServerHttpRequestDecorator {

        private final long limit;

        LimitedRequest(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong count = new AtomicLong();
            return super.getBody().<DataBuffer>handle((buffer, sink) -> {
                if (count.addAndGet(buffer.readableByteCount()) > limit) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(limit));
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
