package com.ceoplatform.channel.storage;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The bytes of files. Uploads always come in parts: once the parts are put together, no address given out for them
 * works any more, so what was checked stays what is stored. A store that does not answer is 503.
 */
@Component
public class ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

    private final S3Client client;
    private final S3Presigner presigner;
    private final StorageSettings settings;

    ObjectStore(S3Client client, S3Presigner presigner, StorageSettings settings) {
        this.client = requireNonNull(client, "client is null");
        this.presigner = requireNonNull(presigner, "presigner is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** A part that has arrived. */
    public record Part(int number, long size, String etag) {}

    /** Begins an upload and answers its id. */
    public String start(UUID fileId) {
        return ask(() -> client.createMultipartUpload(
                        request -> request.bucket(settings.bucket()).key(key(fileId)))
                .uploadId());
    }

    /** Where the client may put one part of exactly that size. */
    public URI partAddress(UUID fileId, String uploadId, int number, long size) {
        UploadPartRequest part = UploadPartRequest.builder()
                .bucket(settings.bucket())
                .key(key(fileId))
                .uploadId(uploadId)
                .partNumber(number)
                .contentLength(size)
                .build();
        return URI.create(presigner
                .presignUploadPart(request ->
                        request.signatureDuration(settings.urlLife().upload()).uploadPartRequest(part))
                .url()
                .toExternalForm());
    }

    /** What has arrived; empty as well when the upload is over, because then nothing can be added to it. */
    public List<Part> parts(UUID fileId, String uploadId) {
        return ask(() -> {
            try {
                return client
                        .listPartsPaginator(request -> request.bucket(settings.bucket())
                                .key(key(fileId))
                                .uploadId(uploadId))
                        .parts()
                        .stream()
                        .map(part -> new Part(part.partNumber(), part.size(), part.eTag()))
                        .toList();
            } catch (NoSuchUploadException over) {
                return List.<Part>of();
            }
        });
    }

    /** Puts the parts together; an upload that is over already is no failure. */
    public void complete(UUID fileId, String uploadId, List<Part> parts) {
        List<CompletedPart> completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.etag())
                        .build())
                .toList();
        ask(() -> {
            try {
                return client.completeMultipartUpload(request -> request.bucket(settings.bucket())
                        .key(key(fileId))
                        .uploadId(uploadId)
                        .multipartUpload(upload -> upload.parts(completed)));
            } catch (NoSuchUploadException over) {
                return over;
            }
        });
    }

    public boolean exists(UUID fileId) {
        return ask(() -> {
            try {
                client.headObject(request -> request.bucket(settings.bucket()).key(key(fileId)));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    /** Reads a whole file. */
    public <T> T read(UUID fileId, Reader<T> reader) {
        return ask(() -> {
            try (InputStream content = client.getObject(
                    request -> request.bucket(settings.bucket()).key(key(fileId)))) {
                return reader.read(content);
            } catch (IOException brokenOff) {
                throw unavailable(brokenOff);
            }
        });
    }

    /** Takes the bytes in. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream content) throws IOException;
    }

    /** Where the bytes can be fetched for a few minutes, under a name and as a type of our choice. */
    public URI contentAddress(UUID fileId, String disposition, String contentType) {
        GetObjectRequest object = GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key(fileId))
                .responseContentDisposition(disposition)
                .responseContentType(contentType)
                .responseCacheControl("private, no-store")
                .build();
        return URI.create(presigner
                .presignGetObject(request ->
                        request.signatureDuration(settings.urlLife().download()).getObjectRequest(object))
                .url()
                .toExternalForm());
    }

    /** Throws away what has arrived of an upload; one that is over already is no failure. */
    public void abort(UUID fileId, String uploadId) {
        ask(() -> {
            try {
                return client.abortMultipartUpload(request ->
                        request.bucket(settings.bucket()).key(key(fileId)).uploadId(uploadId));
            } catch (NoSuchUploadException over) {
                return over;
            }
        });
    }

    /** Deletes the bytes for good; none there is no failure. */
    public void delete(UUID fileId) {
        ask(() ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(key(fileId))));
    }

    private static String key(UUID fileId) {
        return "files/" + fileId;
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw unavailable(failure);
        }
    }

    private static DomainException unavailable(Exception failure) {
        LOG.warn("The file store does not do what it should: {}", failure.toString());
        return DomainException.unavailable("The file store does not answer right now; try again.");
    }
}
