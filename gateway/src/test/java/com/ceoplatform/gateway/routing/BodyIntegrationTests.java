package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayIntegrationTest
class BodyIntegrationTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private GatewayClient gateway;

    @Test
    void refusesBodiesThatAreTooLarge() throws IOException {
        byte[] tooMuch = new byte[MEGABYTE + 1];
        String ceo = gateway.ceo();

        Answer declared = gateway.send(
                "POST", "/api/v1/tasks", ceo, BodyPublishers.ofByteArray(tooMuch), "Content-Type", "application/json");
        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.code()).isEqualTo("payload_too_large");

        Answer chunked = gateway.send(
                "POST",
                "/api/v1/tasks",
                ceo,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)),
                "Content-Type",
                "application/json");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("payload_too_large");

        Answer own = gateway.send(
                "POST",
                "/api/v1/auth/login",
                null,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)),
                "Content-Type",
                "application/json");
        assertThat(own.status()).isEqualTo(413);
    }

    @Test
    void streamsAudioUpToItsOwnLimit() {
        byte[] audio = new byte[24 * MEGABYTE];

        Answer sent = gateway.send(
                "POST",
                "/api/v1/voice/commands",
                gateway.ceo(),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(audio)),
                "Content-Type",
                "audio/wav");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body().get("length").asInt()).isEqualTo(audio.length);

        Answer tooMuch = gateway.send(
                "POST",
                "/api/v1/voice/commands",
                gateway.ceo(),
                BodyPublishers.ofByteArray(new byte[25 * MEGABYTE + 1]),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(tooMuch.status()).isEqualTo(413);
    }

    @Test
    void streamsFilesToTheStoreUnderTheAddressThatWasSigned() throws IOException {
        byte[] file = new byte[60 * MEGABYTE];

        Answer stored = gateway.send(
                "PUT",
                "/storage/files/1?X-Amz-Signature=1",
                gateway.ceo(),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)),
                "Content-Type",
                "text/plain");

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body().get("length").asInt()).isEqualTo(file.length);
        assertThat(stored.body().get("headers").get("host").asString()).isEqualTo(gateway.authority());
        assertThat(stored.body().get("headers").has("authorization")).isFalse();
        assertThat(gateway.raw("PUT /storage/files/1 HTTP/1.1\r\nHost: x\r\nContent-Length: " + (100 * MEGABYTE + 1)
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void leavesStoredFilesAsTheyAre() {
        Answer file = gateway.get("/storage/files/text", null, "Accept-Encoding", "gzip");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Encoding")).isNull();
        assertThat(file.etag()).isEqualTo("\"7\"");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.content()).hasSize(9000);
        assertThat(gateway.get("/api/v1/tasks/large", gateway.ceo(), "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }
}
