package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A file as its owner uploads it and others fetch it, part by part, over the addresses that the platform hands out. */
final class SharedFile {

    /** As many bytes as a part has; a file repeats them. */
    private static final byte[] BLOCK = new byte[8 * 1024 * 1024];

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        new Random(7).nextBytes(BLOCK);
    }

    private final Person owner;
    private final long size;
    private final String id;
    private JsonNode parts;

    private SharedFile(Person owner, long size, Answer created) {
        this.owner = owner;
        this.size = size;
        this.id = created.id();
        this.parts = created.body().at("/upload/parts");
    }

    static SharedFile begin(Person owner, long size, Map<String, ?> links) {
        Map<String, Object> request = new HashMap<>(links);
        request.put("name", "Plan 2027 💶.bin");
        request.put("size", size);
        return new SharedFile(owner, size, owner.post("/files", request).expect(201));
    }

    /** Begins, puts every part and completes. */
    static SharedFile upload(Person owner, long size, Map<String, ?> links) {
        SharedFile file = begin(owner, size, links);
        file.putMissing();
        file.complete().expect(200);
        return file;
    }

    String id() {
        return id;
    }

    /** What has arrived, part by part; later addresses are fresh ones. */
    List<Boolean> arrived() {
        parts = owner.get("/files/" + id + "/upload").expect(200).body().at("/upload/parts");
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("uploaded").asBoolean())
                .toList();
    }

    void putMissing() {
        for (JsonNode part : parts) {
            if (!part.path("uploaded").asBoolean()) {
                assertThat(put(part)).isEqualTo(200);
            }
        }
    }

    int put(int number) {
        return put(parts.get(number - 1));
    }

    private static int put(JsonNode part) {
        return put(
                URI.create(part.path("url").asString()),
                bytes(part),
                part.path("size").asLong());
    }

    /** Puts one byte more than was agreed on. */
    int putTooMuch(int number) {
        JsonNode part = parts.get(number - 1);
        return put(
                URI.create(part.path("url").asString()),
                new SequenceInputStream(bytes(part), new ByteArrayInputStream(new byte[1])),
                part.path("size").asLong() + 1);
    }

    /** Begins to put a part and loses the connection in the middle of it. */
    void breakOff(int number) {
        JsonNode part = parts.get(number - 1);
        InputStream lost = new InputStream() {
            private final InputStream half = new ByteArrayInputStream(BLOCK, 0, BLOCK.length / 2);

            @Override
            public int read() throws IOException {
                throw new IOException("only read in blocks");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = half.read(into, offset, length);
                if (count < 0) {
                    throw new IOException("The connection is gone");
                }
                return count;
            }
        };
        try {
            HTTP.send(
                    request(
                            URI.create(part.path("url").asString()),
                            lost,
                            part.path("size").asLong()),
                    BodyHandlers.discarding());
            throw new AssertionError("The part arrived");
        } catch (IOException asWished) {
            assertThat(asWished).isNotNull();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Announces a body of that length to the store, and sends it only when it is asked for. */
    static Answer announce(Person person, long length) {
        HttpRequest request = HttpRequest.newBuilder(person.gateway().resolve("/storage/platform-files/files/any"))
                .expectContinue(true)
                .PUT(publisher(InputStream.nullInputStream(), length))
                .build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.headers(), Person.JSON.readTree(response.body()), response.body());
    }

    Answer complete() {
        return owner.post("/files/" + id + "/complete", Map.of("sha256", sha256()));
    }

    String sha256() {
        return digest(content(size));
    }

    /** Where a reader is sent for the bytes. */
    URI address(Person reader) {
        Answer answer = reader.get("/files/" + id + "/content").expect(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The checksum of what a reader gets, read in small pieces. */
    String download(Person reader) {
        HttpResponse<InputStream> response =
                send(HttpRequest.newBuilder(address(reader)).build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(size);
        return digest(response.body());
    }

    static int status(URI address) {
        return send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static int put(URI address, InputStream content, long length) {
        return send(request(address, content, length), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest request(URI address, InputStream content, long length) {
        return HttpRequest.newBuilder(address).PUT(publisher(content, length)).build();
    }

    private static BodyPublisher publisher(InputStream content, long length) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> content), length);
    }

    private static InputStream bytes(JsonNode part) {
        return new ByteArrayInputStream(BLOCK, 0, part.path("size").asInt());
    }

    private static InputStream content(long size) {
        InputStream whole = InputStream.nullInputStream();
        for (long offset = 0; offset < size; offset += BLOCK.length) {
            int length = (int) Math.min(BLOCK.length, size - offset);
            whole = new SequenceInputStream(whole, new ByteArrayInputStream(BLOCK, 0, length));
        }
        return whole;
    }

    private static String digest(InputStream content) {
        try (DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(interrupted);
    }
}
