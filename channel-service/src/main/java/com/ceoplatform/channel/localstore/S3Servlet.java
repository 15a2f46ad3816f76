package com.ceoplatform.channel.localstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations of S3 that the platform uses, each signed; everything else is {@code NotImplemented}. */
final class S3Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(S3Servlet.class);

    private static final int LONGEST_DOCUMENT = 1024 * 1024;
    private static final int MOST_PARTS = 10_000;

    private final transient LocalObjects objects;
    private final transient StoreKey key;
    private final transient Clock clock;
    private final String base;

    /** @param base path that addresses start with, such as {@code /storage} */
    S3Servlet(LocalObjects objects, StoreKey key, Clock clock, String base) {
        this.objects = requireNonNull(objects, "objects is null");
        this.key = requireNonNull(key, "key is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.base = requireNonNull(base, "base is null");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        harmless(response);
        try {
            Signature signature = Signature.of(request);
            signature.require(request, key.accessKey(), key.secretKey(), clock.instant());
            answer(request, response, signature);
        } catch (S3Refusal refusal) {
            refuse(response, refusal.status(), refusal.code(), requireNonNull(refusal.getMessage()));
        } catch (IOException failure) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            refuse(response, 503, "ServiceUnavailable", "The store cannot do this now.");
        }
    }

    /** Whatever people store, a browser neither guesses what it is nor runs it. */
    private static void harmless(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Signature signature)
            throws IOException {
        String name = name(request);
        Map<String, String> query = Signature.parameters(request);
        String uploadId = query.get("uploadId");
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                if (uploadId == null) {
                    ObjectAnswer.send(objects.find(name), query, request, response);
                } else {
                    document(response, S3Documents.parts(name, uploadId, objects.parts(name, uploadId)));
                }
            }
            case "PUT" -> putPart(name, query, signature, request, response);
            case "POST" -> {
                if (uploadId != null) {
                    complete(name, uploadId, body(request, signature), response);
                } else if (query.containsKey("uploads")) {
                    document(response, S3Documents.started(name, objects.startUpload(name)));
                } else {
                    throw S3Refusal.notImplemented();
                }
            }
            case "DELETE" -> delete(name, uploadId, response);
            default -> throw S3Refusal.notImplemented();
        }
    }

    /** Parts come by presigned addresses, which do not sign the bytes; whole objects and signed chunks never do. */
    private void putPart(
            String name,
            Map<String, String> query,
            Signature signature,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String uploadId = query.get("uploadId");
        long length = request.getContentLengthLong();
        if (uploadId == null || !signature.payloadHash().equals(Signature.UNSIGNED)) {
            throw S3Refusal.notImplemented();
        }
        if (length < 0) {
            throw S3Refusal.invalid("A Content-Length is needed.");
        }
        StoredPart part =
                objects.putPart(name, uploadId, number(query.get("partNumber")), request.getInputStream(), length);
        response.setHeader("ETag", '"' + part.etag() + '"');
    }

    private static int number(@Nullable String text) throws S3Refusal {
        try {
            int number = Integer.parseInt(String.valueOf(text));
            if (number >= 1 && number <= MOST_PARTS) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like numbers out of range.
        }
        throw S3Refusal.invalid("A part has a number from 1 to " + MOST_PARTS + ".");
    }

    private void complete(String name, String uploadId, byte[] body, HttpServletResponse response) throws IOException {
        objects.complete(name, uploadId, S3Documents.partsToComplete(body));
        Path object = objects.find(name);
        LOG.info("Completed {}, {} bytes", name, Files.size(object));
        document(response, S3Documents.completed(name, ObjectAnswer.etag(object)));
    }

    private void delete(String name, @Nullable String uploadId, HttpServletResponse response) throws IOException {
        if (uploadId == null) {
            objects.delete(name);
        } else {
            objects.abort(name, uploadId);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static byte[] body(HttpServletRequest request, Signature signature) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_DOCUMENT);
        if (!signature.payloadHash().equals(Signature.UNSIGNED)
                && !signature.payloadHash().equals(Digests.sha256(body))) {
            throw S3Refusal.wrongSignature();
        }
        return body;
    }

    /** Bucket and key; the address starts with the base path. */
    private String name(HttpServletRequest request) throws S3Refusal {
        String path = request.getRequestURI();
        if (!path.startsWith(base + "/")) {
            throw S3Refusal.noSuchKey();
        }
        return path.substring(base.length() + 1);
    }

    private static void refuse(HttpServletResponse response, int status, String code, String message)
            throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            harmless(response);
            response.setStatus(status);
            document(response, S3Documents.error(code, message));
        }
    }

    private static void document(HttpServletResponse response, String xml) throws IOException {
        response.setContentType("application/xml");
        response.getOutputStream().write(xml.getBytes(UTF_8));
    }
}
