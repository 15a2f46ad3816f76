package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Upstream;
import java.io.IOException;
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
                "/api/v1/channels/1/unread",
                "/api/v1/channels/1/files",
                "/api/v1/files/1/content",
                "/api/v1/channel-categories",
                "/api/v1/calendar/feeds",
                "/api/v1/scheduled-messages/1",
                "/api/v1/webhooks/1/deliveries",
                "/api/v1/messages/search?q=a%20b&channelId=",
                "/api/v1/messages/1/reactions/%F0%9F%91%8D",
                "/api/v1/threads?limit=1",
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

        String answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + gateway.ceo()
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
}
