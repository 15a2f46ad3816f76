package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Upstream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayIntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class RoutingIntegrationTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private Upstream upstream;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tasks",
                "/api/v1/tasks/1/comments",
                "/api/v1/meetings",
                "/api/v1/calendar.ics",
                "/api/v1/channels",
                "/api/v1/channels/1/messages",
                "/api/v1/channels/1/read",
                "/api/v1/channels/1/files",
                "/api/v1/files/1/content",
                "/api/v1/channel-categories",
                "/api/v1/calendar/feeds",
                "/api/v1/scheduled-messages/1",
                "/api/v1/webhooks/1/deliveries",
                "/api/v1/messages/search?q=a%20b&channelId=",
                "/api/v1/messages/1/reactions/%F0%9F%91%8D",
                "/api/v1/unread",
                "/api/v1/notifications/preferences",
                "/api/v1/reminders/1",
                "/api/v1/voice/commands"
            })
    void bringsRequestsToTheServicesAsTheyAre(String path) {
        Answer answer = gateway.get(path, gateway.ceo());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("uri").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/calendar/secret.ics", "/unsubscribe/signed?kind=digest", "/storage/a/b%20c?X-Amz-Signature=1"})
    void asksForNoTokenWhereTheAddressItselfOpens(String path) {
        Answer answer = gateway.get(path, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("uri").asString()).isEqualTo(path);
    }

    @Test
    void opensOnlyWhatIsNeededWithoutAToken(CapturedOutput output) {
        assertThat(gateway.post("/calendar/secret.ics", null, "{}").status()).isEqualTo(401);
        assertThat(gateway.post("/unsubscribe/signed", null, "{}").status()).isEqualTo(200);
        assertThat(gateway.get("/api/v1/scheduled-messages", null).status()).isEqualTo(401);
        assertThat(gateway.get("/api/v1/webhooks", null).status()).isEqualTo(401);
        assertThat(gateway.get("/calendar/telling-secret", null).status()).isEqualTo(200);
        assertThat(output).doesNotContain("telling-secret").contains("GET /calendar/... 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/x",
                "/admin/dead-letters",
                "/api/v1/nothing",
                "/api/v2/tasks",
                "/",
                "/tasks",
                "/wsx",
                "/api/v1/tasksx"
            })
    void knowsNoOtherPaths(String path) {
        Answer answer = gateway.get(path, gateway.ceo());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tasks/../../../admin/x",
                "/api/v1/tasks/%2e%2e/%2e%2e/admin",
                "/api/v1/tasks/..%2f..%2fadmin",
                "/api/v1//tasks",
                "/api/v1/tasks;x=1/2"
            })
    void refusesAddressesThatCouldBeReadInTwoWays(String path) throws IOException {
        int before = upstream.seen().size();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + gateway.ceo()
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(upstream.seen()).hasSize(before);
    }

    @Test
    void carriesIdsAndTraceAndKeepsInternalHeadersOut(CapturedOutput output) {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Answer answer = gateway.get(
                "/api/v1/tasks",
                gateway.ceo(),
                "X-Request-Id",
                "my-request-1",
                "traceparent",
                trace,
                "X-Command-Id",
                "forged",
                "X-Forwarded-For",
                "6.6.6.6");

        var headers = answer.body().get("headers");
        assertThat(headers.get("x-request-id").asString()).isEqualTo("my-request-1");
        assertThat(headers.get("traceparent").asString()).startsWith(trace.substring(0, 36));
        assertThat(headers.has("x-command-id")).isFalse();
        assertThat(headers.has("x-forwarded-for")).isFalse();
        assertThat(headers.get("authorization").asString()).startsWith("Bearer ");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("my-request-1");
        assertThat(output).contains("[my-request-1]").contains("GET /api/v1/tasks 200");
        assertThat(gateway.get("/api/v1/tasks", gateway.ceo(), "X-Request-Id", "a b\tc")
                        .header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void setsSecurityHeadersOnEveryAnswer() {
        Answer answer = gateway.get("/api/v1/tasks", gateway.ceo());

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map().keySet().stream().filter("server"::equalsIgnoreCase))
                .isEmpty();
    }

    @Test
    void opensNothingToOtherOriginsByDefault() {
        Answer answer = gateway.get("/api/v1/tasks", gateway.ceo(), "Origin", "https://evil.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        Answer preflight = gateway.send(
                "OPTIONS",
                "/api/v1/tasks",
                null,
                BodyPublishers.noBody(),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "GET");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight.status()).isEqualTo(401);
    }

    @Test
    void passesProblemsOfServicesThroughAndHidesEverythingElse() {
        Answer own = gateway.get("/api/v1/tasks/problem", gateway.ceo());
        assertThat(own.status()).isEqualTo(503);
        assertThat(own.code()).isEqualTo("own_problem");

        Answer broken = gateway.get("/api/v1/tasks/broken", gateway.ceo());
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.code()).isEqualTo("temporarily_unavailable");
        assertThat(broken.body().toString()).doesNotContain("secret.Place");
    }

    @Test
    void givesUpOnASlowServiceInTimeAndThenLeavesItAlone() {
        String ceo = gateway.ceo();
        Answer slow = gateway.post("/api/v1/reminders/slow", ceo, "{}");
        assertThat(slow.status()).isEqualTo(504);
        assertThat(slow.code()).isEqualTo("upstream_timeout");

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            int before = upstream.seen().size();
            Answer refused = gateway.get("/api/v1/reminders/broken", ceo);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(upstream.seen()).hasSize(before);
        });
        assertThat(gateway.get("/api/v1/tasks", ceo).status()).isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.get("/api/v1/reminders", ceo).status() == 200);
    }

    @Test
    void asksAgainOnlyWhenNothingCanHappenTwice() {
        assertThat(gateway.get("/api/v1/tasks/flaky", gateway.ceo()).status()).isEqualTo(200);

        long before = upstream.seen().stream()
                .filter("POST /api/v1/tasks/flaky"::equals)
                .count();
        assertThat(gateway.post("/api/v1/tasks/flaky", gateway.ceo(), "{}").status())
                .isEqualTo(503);
        long after = upstream.seen().stream()
                .filter("POST /api/v1/tasks/flaky"::equals)
                .count();
        assertThat(after - before).isEqualTo(1);
    }

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
        assertThat(raw("PUT /storage/files/1 HTTP/1.1\r\nHost: x\r\nContent-Length: " + (100 * MEGABYTE + 1)
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

    @Test
    void saysNothingAgainWhenNothingHasChanged() {
        Answer first = gateway.get("/api/v1/tasks/unchanged", gateway.ceo());
        Answer second = gateway.get("/api/v1/tasks/unchanged", gateway.ceo(), "If-None-Match", first.etag());

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void tellsWhatElseItRefusesInTheSameFormat() {
        String ceo = gateway.ceo();
        Answer method = gateway.send("PUT", "/api/v1/users", ceo, BodyPublishers.noBody());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.code()).isEqualTo("method_not_allowed");
        assertThat(method.header("Allow")).contains("POST");

        Answer type =
                gateway.send("POST", "/api/v1/users", ceo, BodyPublishers.ofString("x"), "Content-Type", "text/plain");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.code()).isEqualTo("unsupported_media_type");

        assertThat(gateway.get("/api/v1/users", ceo, "Accept", "image/png").status())
                .isEqualTo(406);
        assertThat(gateway.get("/api/v1/users?q=a%00b", ceo).status()).isEqualTo(400);
        assertThat(gateway.post("/api/v1/users", ceo, "[1,").code()).isEqualTo("malformed_request");
        assertThat(gateway.post("/api/v1/users", ceo, "[]").status()).isBetween(400, 422);
    }

    @Test
    void compressesLongAnswersOnly() {
        Answer large = gateway.get("/api/v1/tasks/large", gateway.ceo(), "Accept-Encoding", "gzip");
        Answer small = gateway.get("/api/v1/users/me", gateway.ceo(), "Accept-Encoding", "gzip");

        assertThat(large.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(small.header("Content-Encoding")).isNull();
    }

    @Test
    void showsTheDocumentationOfAllServicesWithoutTheInternet() {
        Answer own = gateway.get("/v3/api-docs", null);
        assertThat(own.body().get("paths").has("/api/v1/auth/login")).isTrue();
        assertThat(own.body().get("paths").has("/api/v1/users/{id}")).isTrue();
        assertThat(gateway.get("/v3/api-docs/task", null).body().get("uri").asString())
                .isEqualTo("/v3/api-docs");
        Answer page = gateway.get("/docs", null);
        assertThat(page.status()).isEqualTo(302);
        Answer html = gateway.get(page.header("Location"), null);
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.content()).contains("swagger-ui").doesNotContain("https://");
        assertThat(gateway.get("/v3/api-docs/swagger-config", null).body().get("urls"))
                .hasSize(7);
    }

    @Test
    void isHealthyAndKeepsItsFiguresFromClients() {
        assertThat(gateway.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/prometheus", null).status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/metrics", null).status()).isEqualTo(401);
    }

    private String raw(String request) throws IOException {
        String[] address = gateway.authority().split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
