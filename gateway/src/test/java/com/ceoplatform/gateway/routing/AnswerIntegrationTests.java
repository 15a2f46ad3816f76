package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayIntegrationTest
class AnswerIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private MeterRegistry meters;

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
    void saysNothingAgainWhenNothingHasChangedAndCountsThat() {
        String ceo = gateway.ceo();
        for (String path : List.of("/api/v1/tasks/unchanged", "/api/v1/users/me")) {
            double before = count("gateway.answers.unchanged");
            Answer first = gateway.get(path, ceo);
            assertThat(first.status()).isEqualTo(200);
            assertThat(count("gateway.answers.unchanged")).isEqualTo(before);

            Answer second = gateway.get(path, ceo, "If-None-Match", first.etag());

            assertThat(second.status()).isEqualTo(304);
            assertThat(second.etag()).isEqualTo(first.etag());
            assertThat(second.bytes()).isEmpty();
            assertThat(count("gateway.answers.unchanged")).isEqualTo(before + 1);
            assertThat(gateway.get(path, ceo, "If-None-Match", "\"of yesterday\"")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks/large", "/v3/api-docs"})
    void compressesLongAnswersForWhoAsksAndCountsThat(String path) {
        String ceo = gateway.ceo();
        double before = count("gateway.answers.compressed");

        Answer plain = gateway.get(path, ceo);
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(count("gateway.answers.compressed")).isEqualTo(before);

        Answer packed = gateway.get(path, ceo, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(packed.status()).isEqualTo(200);
        assertThat(packed.body()).isEqualTo(plain.body());
        assertThat(count("gateway.answers.compressed")).isEqualTo(before + 1);
    }

    @Test
    void leavesShortAnswersAndFilesAsTheyAre() {
        double before = count("gateway.answers.compressed");

        assertThat(gateway.get("/api/v1/users/me", gateway.ceo(), "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isNull();
        assertThat(gateway.get("/storage/files/text", null, "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isNull();

        assertThat(count("gateway.answers.compressed")).isEqualTo(before);
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        String ceo = gateway.ceo();
        for (String path : List.of("/api/v1/users/me", "/api/v1/tasks/unchanged", "/api/v1/nowhere")) {
            Answer get = gateway.get(path, ceo);

            Answer head = gateway.send("HEAD", path, ceo, BodyPublishers.noBody());

            assertThat(head.status()).isEqualTo(get.status());
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.bytes()).isEmpty();
        }
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

        Answer nonsense =
                gateway.send("POST", "/api/v1/users", ceo, BodyPublishers.ofString("x"), "Content-Type", "nonsense");
        assertThat(nonsense.code()).isEqualTo("unsupported_media_type");

        assertThat(gateway.get("/api/v1/users", ceo, "Accept", "image/png").status())
                .isEqualTo(406);
        assertThat(gateway.get("/api/v1/users?q=a%00b", ceo).status()).isEqualTo(400);
        assertThat(gateway.get("/api/v1/users?q=%FF", ceo).code()).isEqualTo("invalid_parameter");
        assertThat(gateway.get("/api/v1/tasks/%C3%28", ceo).code()).isEqualTo("invalid_parameter");
        assertThat(gateway.get("/api/v1/users/", ceo).code()).isEqualTo("not_found");
        assertThat(gateway.post("/api/v1/users", ceo, "[1,").code()).isEqualTo("malformed_request");
        assertThat(gateway.post("/api/v1/users", ceo, "[]").status()).isBetween(400, 422);
    }

    private double count(String counter) {
        return meters.get(counter).counter().count();
    }
}
