package com.ceoplatform.common.web.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients for the other services; each call carries the caller's token, the request id, the trace and the command. */
public class ServiceClients {

    private final Map<String, URI> addresses;
    private final RestClient.Builder builder;

    ServiceClients(Map<String, URI> addresses, RestClient.Builder builder) {
        this.addresses = Map.copyOf(addresses);
        this.builder = builder;
    }

    /**
     * A client with the usual limits: half a second to connect, two seconds to answer.
     *
     * @param service such as {@code channel}
     */
    public RestClient to(String service) {
        return to(service, Duration.ofSeconds(2));
    }

    /** @throws IllegalArgumentException when no address is configured for the service */
    public RestClient to(String service, Duration readTimeout) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException("No address configured: platform.services." + service);
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(500))
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(readTimeout);
        return builder.clone()
                .requestFactory(factory)
                .requestInterceptor(new OnBehalfOfCaller())
                .baseUrl(address)
                .build();
    }
}
