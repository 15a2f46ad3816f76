package com.ceoplatform.deploy.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service whether it is ready to serve. */
public final class Readiness {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final String PATH = "/actuator/health/readiness";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** {@code address} is the base address of the service. */
    public boolean isReady(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + PATH))
                .timeout(TIMEOUT)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
