package com.ceoplatform.common.test.http;

import com.ceoplatform.common.json.PlatformJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered: status, headers and the body, as JSON where it is JSON. */
public final class Answer {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;
    private final JsonNode body;

    Answer(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.body = bytes.length > 0 && isJson(mediaType()) ? MAPPER.readTree(bytes) : MAPPER.nullNode();
    }

    /** What came back, unpacked when it was compressed. */
    public static Answer from(HttpResponse<byte[]> response) {
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] bytes = packed ? unpacked(response.body()) : response.body();
        return new Answer(response.statusCode(), response.headers(), bytes);
    }

    private static byte[] unpacked(byte[] gzip) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The first header of that name. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The entity tag, as {@code If-Match} takes it. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("No ETag: " + this));
    }

    /** The media type without its parameters; empty when none was sent. */
    public String mediaType() {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    /** The body as JSON; a null node when it is none. */
    public JsonNode body() {
        return body;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The body as text. */
    public String content() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The code of a problem; empty when it is none. */
    public String code() {
        return text("code");
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    public long version() {
        return body.path("version").asLong();
    }

    /** The paths of the fields that a problem names. */
    public List<String> wrongFields() {
        return texts("errors", "field");
    }

    /** A field as text; empty when it is missing or null. */
    public String text(String field) {
        return at(field).asString("");
    }

    /** One field of each element of an array, or the elements themselves when the field is empty. */
    public List<String> texts(String array, String field) {
        return at(array)
                .valueStream()
                .map(item ->
                        field.isEmpty() ? item.asString() : item.path(field).asString())
                .toList();
    }

    /** One field of each item of a list. */
    public List<String> items(String field) {
        return texts("items", field);
    }

    /** A field by its name, or anything by a JSON pointer such as {@code /plan/actions/0}. */
    public JsonNode at(String field) {
        return field.startsWith("/") ? body.at(field) : body.path(field);
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + " " + (isJson(mediaType()) ? content() : bytes.length + " bytes");
    }
}
