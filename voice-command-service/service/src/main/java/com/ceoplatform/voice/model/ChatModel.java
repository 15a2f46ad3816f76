package com.ceoplatform.voice.model;

import com.ceoplatform.voice.config.ModelSettings;
import com.ceoplatform.voice.model.ModelFailure.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests to the model, each once. One that fails several times in a row is left alone for a while, so that sentences
 * which nobody understands do not wait for it.
 */
final class ChatModel {

    private static final long MAX_ANSWER_BYTES = 64 << 10;
    private static final int PATIENCE = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final ModelSettings settings;
    private final Clock clock;
    private final HttpClient client;
    private final Semaphore slots;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant restUntil = Instant.MIN;

    ChatModel(ModelSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        this.slots = new Semaphore(settings.parallel());
    }

    /** @throws ModelFailure when there is no answer in time */
    byte[] ask(byte[] question) {
        if (clock.instant().isBefore(restUntil)) {
            throw new ModelFailure(Kind.NOT_ASKED, "The model failed " + PATIENCE + " times in a row");
        }
        if (!slots.tryAcquire()) {
            throw new ModelFailure(Kind.NOT_ASKED, "The model is busy with " + settings.parallel() + " questions");
        }
        try {
            byte[] answer = send(question);
            failures.set(0);
            return answer;
        } catch (ModelFailure failure) {
            if (failures.incrementAndGet() >= PATIENCE) {
                failures.set(0);
                restUntil = clock.instant().plus(REST);
            }
            throw failure;
        } finally {
            slots.release();
        }
    }

    /** The client's own timeout ends at the headers; this one covers an answer that trickles in. */
    private byte[] send(byte[] question) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request(question), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw new ModelFailure(Kind.UNAVAILABLE, "The model answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException late) {
            throw new ModelFailure(
                    Kind.LATE, "No answer within " + settings.timeout().toMillis() + " ms");
        } catch (ExecutionException broken) {
            throw new ModelFailure(Kind.UNAVAILABLE, "The model cannot be reached or broke off: " + broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.NOT_ASKED, "Interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(byte[] question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.completions())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
            request.header("Authorization", "Bearer " + settings.apiKey());
        }
        return request.build();
    }
}
