package com.ceoplatform.voice.speech.remote;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to ask.
 *
 * @param baseUrl what comes before {@code /v1/audio/transcriptions}
 * @param model the service's name of the model
 * @param apiKey sent as bearer token; none for a service that wants none
 * @param timeout from sending to the last byte of the answer
 * @param parallel requests at a time
 * @param maxWait how long a recognition may wait for its turn
 */
public record RemoteRecogniserSettings(
        URI baseUrl, String model, @Nullable String apiKey, Duration timeout, int parallel, Duration maxWait) {

    public RemoteRecogniserSettings {
        if (!"http".equals(baseUrl.getScheme()) && !"https".equals(baseUrl.getScheme())) {
            throw new IllegalArgumentException("the base url of the speech service must be http or https");
        }
    }

    /** Ten seconds per request, four at a time. */
    public static RemoteRecogniserSettings of(URI baseUrl, String model, @Nullable String apiKey) {
        return new RemoteRecogniserSettings(baseUrl, model, apiKey, Duration.ofSeconds(10), 4, Duration.ofSeconds(10));
    }

    URI transcriptions() {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v1/audio/transcriptions");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RemoteRecogniserSettings[%s, model %s]".formatted(baseUrl, model);
    }
}
