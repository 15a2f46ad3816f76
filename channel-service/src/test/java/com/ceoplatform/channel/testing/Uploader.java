package com.ceoplatform.channel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Uploads files as a client does: asks where to, puts the bytes there, completes. */
public final class Uploader {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ChannelApi api;

    Uploader(ChannelApi api) {
        this.api = api;
    }

    /** A text of that many bytes. */
    public static byte[] text(int size) {
        return "All of it, line after line.\n"
                .repeat(size / 20 + 1)
                .substring(0, size)
                .getBytes(UTF_8);
    }

    /** A file of some text that is there, in a channel. */
    public UUID file(Someone owner, UUID... channelIds) {
        Answer completed = upload(owner, Map.of("name", "notes.txt", "channelIds", List.of(channelIds)), text(100));
        if (completed.status() != 200) {
            throw new AssertionError("Not uploaded: " + completed);
        }
        return completed.id();
    }

    /** Uploads all of it and answers what completing it answered. */
    public Answer upload(Someone owner, Map<String, ?> file, byte[] content) {
        Answer created = create(owner, file, content.length);
        putAll(created, content);
        return complete(owner, created.id(), content);
    }

    public Answer create(Someone owner, Map<String, ?> file, int size) {
        Map<String, Object> body = new HashMap<>(file);
        body.put("size", size);
        return api.post(owner, "/files", body);
    }

    /** Puts what has not arrived yet. */
    public void putAll(Answer planned, byte[] content) {
        for (JsonNode part : planned.body().at("/upload/parts")) {
            if (!part.path("uploaded").asBoolean()) {
                int status = put(part, content).statusCode();
                if (status != 200) {
                    throw new AssertionError("Part not taken: " + status);
                }
            }
        }
    }

    public HttpResponse<String> put(JsonNode part, byte[] content) {
        int offset = part.path("offset").asInt();
        byte[] bytes =
                Arrays.copyOfRange(content, offset, offset + part.path("size").asInt());
        return send(HttpRequest.newBuilder(URI.create(part.path("url").asString()))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    public Answer complete(Someone owner, UUID fileId, byte[] content) {
        return api.post(owner, "/files/" + fileId + "/complete", Map.of("sha256", sha256(content)));
    }

    /** Follows the redirection to the content. */
    public HttpResponse<String> download(Someone reader, UUID fileId, String query, String... headers) {
        Answer answer = api.get(reader, "/files/" + fileId + "/content" + query);
        if (answer.status() != 302) {
            throw new AssertionError("No redirection: " + answer);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(answer.headers().firstValue("Location").orElseThrow()));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
