package com.ceoplatform.voice.speech.remote;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.RecognitionSlots;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.Transcript.Segment;
import com.ceoplatform.voice.speech.Transcript.Timings;
import com.ceoplatform.voice.speech.audio.WavEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Any service that speaks the OpenAI protocol {@code POST /v1/audio/transcriptions}. Nothing is asked twice. */
public final class RemoteSpeechRecogniser implements SpeechRecogniser {

    private static final long MAX_ANSWER_BYTES = 1 << 20;
    /** Such services read a few hundred tokens of the prompt. */
    private static final int MAX_PROMPT_CHARACTERS = 800;

    private final RemoteRecogniserSettings settings;
    private final HttpClient client;
    private final RecognitionSlots slots;

    public RemoteSpeechRecogniser(RemoteRecogniserSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        this.slots = new RecognitionSlots(settings.parallel(), settings.maxWait());
    }

    @Override
    public Transcript recognise(Audio audio, RecognitionHints hints) {
        Duration queued = slots.acquire();
        try {
            long start = System.nanoTime();
            String text = TranscriptionAnswer.text(send(request(audio, hints)));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Segment whole = new Segment(Duration.ZERO, audio.duration(), text);
            return new Transcript(text, List.of(whole), audio.duration(), new Timings(queued, Duration.ZERO, took));
        } finally {
            slots.release();
        }
    }

    private HttpRequest request(Audio audio, RecognitionHints hints) {
        MultipartBody body = new MultipartBody()
                .field("model", settings.model())
                .field("response_format", "json")
                .field("temperature", "0");
        if (!hints.locale().getLanguage().isEmpty()) {
            body.field("language", hints.locale().getLanguage());
        }
        List<String> likely =
                Stream.concat(hints.names().stream(), hints.titles().stream()).toList();
        if (!likely.isEmpty()) {
            body.field("prompt", prompt(likely));
        }
        body.file("file", "command.wav", "audio/wav", WavEncoder.encode(audio));
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.transcriptions())
                .header("Content-Type", body.contentType())
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.end()));
        if (settings.apiKey() != null) {
            request.header("Authorization", "Bearer " + settings.apiKey());
        }
        return request.build();
    }

    private static String prompt(List<String> names) {
        StringBuilder prompt = new StringBuilder("Names: ");
        for (String name : names) {
            if (prompt.length() + name.length() + 2 > MAX_PROMPT_CHARACTERS) {
                break;
            }
            prompt.append(name).append(", ");
        }
        return prompt.substring(0, prompt.length() - 2);
    }

    /** The client's own timeout ends at the headers; this one covers an answer that trickles in. */
    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        try {
            return answer.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unavailable(
                    "The speech service did not answer within %d ms"
                            .formatted(settings.timeout().toMillis()),
                    e);
        } catch (ExecutionException e) {
            throw unavailable("The speech service cannot be reached or broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("Interrupted while waiting for the speech service", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static SpeechException unavailable(String message, Exception cause) {
        return new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, message, cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
