package com.ceoplatform.channel.localstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The store as the client of Amazon's S3 meets it. */
class LocalStoreTests {

    private static final String BUCKET = "files";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private LocalStore store;
    private S3Client client;

    @BeforeEach
    void start() throws IOException {
        store = LocalStore.start(directory, InetAddress.getLoopbackAddress(), 0, "/storage", Clock.systemUTC());
        client = client(store.key().secretKey());
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void makesOneObjectOfItsParts() {
        String upload = begin("a/b");
        String second = put("a/b", upload, 2, "world");
        String first = put("a/b", upload, 1, "hello ");

        assertThat(client.listParts(request -> request.bucket(BUCKET).key("a/b").uploadId(upload))
                        .parts())
                .extracting(part -> part.partNumber() + ":" + part.size())
                .containsExactly("1:6", "2:5");
        complete("a/b", upload, first, second);

        ResponseBytes<GetObjectResponse> object =
                client.getObjectAsBytes(request -> request.bucket(BUCKET).key("a/b"));
        assertThat(object.asUtf8String()).isEqualTo("hello world");
        assertThat(object.response().contentType()).isEqualTo("application/octet-stream");
        assertThat(client.headObject(request -> request.bucket(BUCKET).key("a/b"))
                        .contentLength())
                .isEqualTo(11);
    }

    @Test
    void keepsTheLastOfEachPart() {
        String upload = begin("a");
        put("a", upload, 1, "first");
        String last = put("a", upload, 1, "last");

        complete("a", upload, last);

        assertThat(client.getObjectAsBytes(request -> request.bucket(BUCKET).key("a"))
                        .asUtf8String())
                .isEqualTo("last");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        String completed = begin("a");
        complete("a", completed, put("a", completed, 1, "secret-1"));
        String aborted = begin("b");
        put("b", aborted, 1, "secret-2");

        client.deleteObject(request -> request.bucket(BUCKET).key("a"));
        client.abortMultipartUpload(request -> request.bucket(BUCKET).key("b").uploadId(aborted));

        assertThatThrownBy(() -> client.getObjectAsBytes(
                        request -> request.bucket(BUCKET).key("a")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> put("b", aborted, 2, "more")).hasMessageContaining("NoSuchUpload");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("secret")))
                    .isEmpty();
        }
        client.deleteObject(request -> request.bucket(BUCKET).key("a"));
    }

    @Test
    void takesNothingMoreWhenAnUploadIsComplete() {
        String upload = begin("a");
        String part = put("a", upload, 1, "checked");
        complete("a", upload, part);

        assertThatThrownBy(() -> put("a", upload, 1, "changed")).hasMessageContaining("NoSuchUpload");
        assertThatThrownBy(() -> complete("a", upload, part)).isInstanceOf(NoSuchUploadException.class);
    }

    @Test
    void refusesPartsThatHaveNotArrived() {
        String upload = begin("a");
        put("a", upload, 1, "one");

        assertThatThrownBy(() -> complete("a", upload, "0".repeat(32)))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidPart"));
    }

    @Test
    void keepsUploadsOfDifferentKeysApart() {
        String upload = begin("a");

        assertThatThrownBy(() -> put("b", upload, 1, "x")).hasMessageContaining("NoSuchUpload");
        assertThatThrownBy(() -> put("a", "../a", 1, "x")).hasMessageContaining("NoSuchUpload");
    }

    @Test
    void climbsOutOfNoDirectory() {
        for (String key : new String[] {"../secret", "a/../../secret", "a%2F..", ".", "a b", "ü"}) {
            assertThatThrownBy(() -> begin(key)).as(key).isInstanceOf(S3Exception.class);
        }
    }

    @Test
    void knowsItsSigner() {
        try (S3Client forger = client("not-the-secret")) {
            assertThatThrownBy(() -> forger.createMultipartUpload(
                            request -> request.bucket(BUCKET).key("a")))
                    .isInstanceOfSatisfying(S3Exception.class, refusal -> {
                        assertThat(refusal.statusCode()).isEqualTo(403);
                        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    });
        }
        assertThat(send(HttpRequest.newBuilder(URI.create(store.endpoint() + "/files/a")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void honoursAPresignedAddressForWhatItWasGivenFor() {
        String upload = begin("a");
        URI address = presignedPart("a", upload, 1, 5, Duration.ofMinutes(1));

        assertThat(send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("longer than five")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(address.toString().replace("partNumber=1", "partNumber=2")))
                                .PUT(BodyPublishers.ofString("12345")))
                        .body())
                .contains("SignatureDoesNotMatch");
        assertThat(send(HttpRequest.newBuilder(address)).statusCode()).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("12345")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgetsAPresignedAddressInTime() throws IOException {
        String upload = begin("a");
        URI address = presignedPart("a", upload, 1, 5, Duration.ofMinutes(1));
        stop();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        store = LocalStore.start(directory, InetAddress.getLoopbackAddress(), address.getPort(), "/storage", later);

        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("12345")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Request has expired");
    }

    @Test
    void keepsItsKeyAndItsUploadsWhenStartedAgain() throws IOException {
        String upload = begin("a");
        URI address = presignedPart("a", upload, 1, 5, Duration.ofMinutes(1));
        stop();
        store = LocalStore.start(
                directory, InetAddress.getLoopbackAddress(), address.getPort(), "/storage", Clock.systemUTC());

        assertThat(send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("12345")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Files.getPosixFilePermissions(directory.resolve("secret"))).hasSize(2);
        assertThat(store.key().toString()).doesNotContain(store.key().secretKey());
    }

    @Test
    void sendsRanges() {
        String upload = begin("a");
        complete("a", upload, put("a", upload, 1, "0123456789"));

        assertThat(range("bytes=2-4").asUtf8String()).isEqualTo("234");
        assertThat(range("bytes=7-").asUtf8String()).isEqualTo("789");
        assertThat(range("bytes=-2").asUtf8String()).isEqualTo("89");
        assertThat(range("bytes=2-4").response().contentRange()).isEqualTo("bytes 2-4/10");
        assertThatThrownBy(() -> range("bytes=10-"))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(416));
    }

    @Test
    void saysWhatItDoesNotDo() {
        assertThatThrownBy(
                        () -> client.putObject(request -> request.bucket(BUCKET).key("a"), RequestBody.fromString("x")))
                .isInstanceOfSatisfying(
                        SdkException.class, refusal -> assertThat(refusal).hasMessageContaining("does not do that"));
    }

    private ResponseBytes<GetObjectResponse> range(String range) {
        return client.getObjectAsBytes(
                request -> request.bucket(BUCKET).key("a").range(range));
    }

    private String begin(String key) {
        return client.createMultipartUpload(request -> request.bucket(BUCKET).key(key))
                .uploadId();
    }

    /** Answers the entity tag, or fails with what the store says. */
    private String put(String key, String uploadId, int number, String content) {
        URI address = presignedPart(key, uploadId, number, content.length(), Duration.ofMinutes(1));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString(content)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void complete(String key, String uploadId, String... etags) {
        CompletedPart[] parts = new CompletedPart[etags.length];
        for (int index = 0; index < etags.length; index++) {
            parts[index] = CompletedPart.builder()
                    .partNumber(index + 1)
                    .eTag(etags[index])
                    .build();
        }
        client.completeMultipartUpload(request ->
                request.bucket(BUCKET).key(key).uploadId(uploadId).multipartUpload(upload -> upload.parts(parts)));
    }

    private URI presignedPart(String key, String uploadId, int number, long size, Duration life) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(store.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(store.key().secretKey()))
                .s3Client(client)
                .build()) {
            return URI.create(presigner
                    .presignUploadPart(request -> request.signatureDuration(life)
                            .uploadPartRequest(part -> part.bucket(BUCKET)
                                    .key(key)
                                    .uploadId(uploadId)
                                    .partNumber(number)
                                    .contentLength(size)))
                    .url()
                    .toExternalForm());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private S3Client client(String secretKey) {
        return S3Client.builder()
                .endpointOverride(store.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(secretKey))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private StaticCredentialsProvider credentials(String secretKey) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(store.key().accessKey(), secretKey));
    }
}
