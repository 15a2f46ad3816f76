package com.ceoplatform.deploy.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A recorded command and what belongs to it, as one multipart body. */
public record AudioUpload(BodyPublisher body, String contentType) {

    /** Throws {@link UncheckedIOException} when there is no such file. */
    public static AudioUpload of(Path audio, Map<String, Object> request) {
        String boundary = UUID.randomUUID().toString();
        return new AudioUpload(multipart(audio, request, boundary), "multipart/form-data; boundary=" + boundary);
    }

    private static BodyPublisher multipart(Path audio, Map<String, Object> request, String boundary) {
        String json = JsonMapper.builder().build().writeValueAsString(request);
        String head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="request"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="audio"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """.formatted(boundary, json, audio.getFileName().toString().replace('"', '\''), type(audio));
        try {
            return BodyPublishers.concat(
                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(audio),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path audio) {
        String name = audio.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav" -> "audio/wav";
            case "webm" -> "audio/webm";
            case "ogg", "opus" -> "audio/ogg";
            case "mp3" -> "audio/mpeg";
            case "m4a" -> "audio/mp4";
            default -> "application/octet-stream";
        };
    }
}
