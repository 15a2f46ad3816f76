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
        try {
            return of(audio.getFileName().toString(), BodyPublishers.ofFile(audio), request);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of the name says what kind of audio it is. */
    public static AudioUpload of(String fileName, BodyPublisher audio, Map<String, Object> request) {
        String boundary = UUID.randomUUID().toString();
        BodyPublisher body = multipart(fileName, audio, request, boundary);
        return new AudioUpload(body, "multipart/form-data; boundary=" + boundary);
    }

    private static BodyPublisher multipart(
            String fileName, BodyPublisher audio, Map<String, Object> request, String boundary) {
        String json = JsonMapper.builder().build().writeValueAsString(request);
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="request"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="audio"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """.formatted(boundary, json, fileName.replace('"', '\''), type(fileName));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                audio,
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
    }

    private static String type(String name) {
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
