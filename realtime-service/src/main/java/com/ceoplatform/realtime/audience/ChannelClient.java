package com.ceoplatform.realtime.audience;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Asks channel-service with a user's own token; retries briefly what may pass. */
@Component
public class ChannelClient {

    private static final int RETRIES = 2;
    private static final int MAX_ANSWER = 4 * 1024 * 1024;
    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);

    private final WebClient client;
    private final Duration timeout;

    ChannelClient(ServiceAddresses addresses, JsonMapper mapper) {
        this.client = WebClient.builder()
                .baseUrl(addresses.channel().toString())
                .codecs(codecs -> {
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(mapper));
                    codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER);
                })
                .build();
        this.timeout = addresses.timeout();
    }

    private record Mine(Set<UUID> channelIds) {}

    /** The channels that the owner of the token is a member of. */
    public Mono<Set<UUID>> memberships(String token) {
        return client.get()
                .uri("/api/v1/channels/memberships")
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .bodyToMono(Mine.class)
                .map(Mine::channelIds)
                .timeout(timeout)
                .retryWhen(briefly());
    }

    /** A channel as the owner of the token sees it; empty when invisible. */
    public Mono<Optional<ChannelView>> channel(UUID channelId, String token) {
        return client.get()
                .uri("/api/v1/channels/{id}", channelId)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .bodyToMono(ChannelView.class)
                .map(Optional::of)
                .timeout(timeout)
                .onErrorResume(WebClientResponseException.NotFound.class, hidden -> Mono.just(Optional.empty()))
                .retryWhen(briefly());
    }

    private static Retry briefly() {
        return Retry.backoff(RETRIES, BEFORE_RETRY)
                .filter(ChannelClient::mayPass)
                .onRetryExhaustedThrow((spec, last) -> last.failure());
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof WebClientResponseException answer)
                || answer.getStatusCode().is5xxServerError()
                || answer.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }
}
