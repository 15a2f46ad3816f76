package com.ceoplatform.notification.outbound;

import com.ceoplatform.notification.delivery.Outcome;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts to addresses that somebody else chose: guarded, without redirects, within a deadline. */
@Component
public class OutboundHttp {

    private static final int CONNECTIONS = 256;
    private static final int CONNECTIONS_PER_HOST = 64;

    private final CloseableHttpClient client;
    private final Duration deadline;
    private final Clock clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbound-deadlines").factory());

    OutboundHttp(AddressGuard guard, OutboundSettings settings, Clock clock) {
        this.deadline = settings.deadline();
        this.clock = clock;
        Timeout answer = Timeout.of(deadline);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(answer)
                        .setResponseTimeout(answer)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * Posts and judges the answer: 2xx is sent, 408, 429 and 5xx is worth trying again, when the other side says so after the
     * time that it names.
     *
     * @param others what any other status means
     */
    public Outcome post(URI address, Map<String, String> headers, byte[] body, IntFunction<Outcome> others) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        Future<?> limit = deadlines.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> judge(response, others));
        } catch (RefusedAddressException refused) {
            return new Outcome.Failed("the address is not a public one");
        } catch (IOException failure) {
            return new Outcome.Later("no answer: " + failure.getClass().getSimpleName(), null);
        } finally {
            limit.cancel(false);
        }
    }

    private Outcome judge(ClassicHttpResponse response, IntFunction<Outcome> others) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Sent("answered " + status);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Outcome.Later(
                    "answered " + status, retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
        }
        return others.apply(status);
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private @Nullable Duration retryAfter(@Nullable Header header) {
        if (header == null) {
            return null;
        }
        String value = header.getValue().strip();
        try {
            return value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
