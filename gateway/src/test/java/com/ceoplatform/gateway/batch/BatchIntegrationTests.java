package com.ceoplatform.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class BatchIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private MeterRegistry meters;

    @Test
    void answersBatchesPartByPart() {
        Answer answer = gateway.post(
                "/api/v1/batch",
                gateway.ceo(),
                Map.of(
                        "requests",
                        List.of(
                                Map.of("id", "a", "method", "GET", "path", "/api/v1/users/me"),
                                Map.of(
                                        "id",
                                        "b",
                                        "method",
                                        "POST",
                                        "path",
                                        "/api/v1/tasks",
                                        "body",
                                        Map.of("title", "שלום")),
                                Map.of("id", "c", "method", "GET", "path", "/api/v1/nothing"),
                                Map.of("id", "d", "method", "POST", "path", "/api/v1/users", "body", Map.of()))));

        assertThat(answer.status()).isEqualTo(200);
        var responses = answer.body().get("responses");
        assertThat(responses.get(0).get("body").get("email").asString()).isEqualTo(GatewayClient.CEO);
        assertThat(responses.get(1).get("body").get("body").asString()).isEqualTo("{\"title\":\"שלום\"}");
        assertThat(responses.get(2).get("status").asInt()).isEqualTo(404);
        assertThat(responses.get(3).get("body").get("code").asString()).isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"requests\":[]}",
                "{}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"TRACE\",\"path\":\"/api/v1/tasks\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"http://evil/\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"//evil/\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"tasks\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"POST\",\"path\":\"/auth/login\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"POST\",\"path\":\"/batch\"}]}",
                "{\"requests\":[{\"id\":\" \",\"method\":\"GET\",\"path\":\"/tasks\"}]}",
                "{\"requests\":[{\"id\":1.5,\"method\":\"GET\",\"path\":\"/tasks\"}]}",
                "{\"requests\":[{\"id\":null,\"method\":\"GET\",\"path\":\"/tasks\"}]}",
                "{\"requests\":[{\"method\":\"GET\",\"path\":\"/tasks\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/api/v1/x%zz\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"POST\",\"path\":\"/api/v1/auth/login\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/api/v1/tasks#x\"}]}",
                "{\"requests\":[null]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"POST\",\"path\":\"/api/v1/batch\"}]}",
                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/api/v1/tasks\"},"
                        + "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/api/v1/tasks\"}]}"
            })
    void refusesBatchesThatMakeNoSense(String batch) {
        Answer refused = gateway.post("/api/v1/batch", gateway.ceo(), batch);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("validation_failed");
    }

    @Test
    void takesPathsBelowTheBaseAndNumbersAsIds() {
        JsonNode responses = send(List.of(
                        Map.of("id", 1, "method", "GET", "path", "/users/me"),
                        Map.of("id", 2, "method", "GET", "path", "/tasks?limit=1"),
                        Map.of("id", "c", "method", "GET", "path", "/actuator/env")))
                .body()
                .get("responses");

        assertThat(responses.get(0).get("id").isIntegralNumber()).isTrue();
        assertThat(responses.get(0).get("id").asInt()).isEqualTo(1);
        assertThat(responses.get(0).get("body").get("email").asString()).isEqualTo(GatewayClient.CEO);
        assertThat(responses.get(1).get("body").get("uri").asString()).isEqualTo("/api/v1/tasks?limit=1");
        assertThat(responses.get(2).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void makesEachPartOnceWhenTheBatchIsRepeated() {
        Map<String, String> person = Map.of(
                "email",
                "batch-" + UUID.randomUUID() + "@example.com",
                "name",
                "Batch Person",
                "password",
                GatewayClient.PASSWORD,
                "role",
                "staff");
        Map<String, ?> batch =
                Map.of("requests", List.of(Map.of("id", "a", "method", "POST", "path", "/users", "body", person)));
        String key = UUID.randomUUID().toString();
        String ceo = gateway.ceo();

        JsonNode first = gateway.post("/api/v1/batch", ceo, batch, "Idempotency-Key", key)
                .body()
                .at("/responses/0");
        JsonNode again = gateway.post("/api/v1/batch", ceo, batch, "Idempotency-Key", key)
                .body()
                .at("/responses/0");

        assertThat(first.path("status").asInt()).isEqualTo(201);
        assertThat(again.path("status").asInt()).isEqualTo(201);
        assertThat(again.at("/body/id")).isEqualTo(first.at("/body/id"));
    }

    @Test
    void holdsTwentyPartsInTheirOrderAndNoMore() {
        List<Map<String, String>> parts = IntStream.range(0, 21)
                .mapToObj(i -> Map.of("id", "p" + i, "method", "GET", "path", "/api/v1/tasks/" + i))
                .toList();
        double before = meters.get("gateway.batch.parts").summary().totalAmount();

        assertThat(send(parts).status()).isEqualTo(422);
        JsonNode responses = send(parts.subList(0, 20)).body().get("responses");

        assertThat(responses).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(responses.get(i).get("id").asString()).isEqualTo("p" + i);
            assertThat(responses.get(i).get("body").get("uri").asString()).isEqualTo("/api/v1/tasks/" + i);
        }
        assertThat(meters.get("gateway.batch.parts").summary().totalAmount() - before)
                .isEqualTo(20);
    }

    @Test
    void holdsNoBatchUnderAnotherSpelling() {
        JsonNode part = send(List.of(Map.of(
                        "id",
                        "a",
                        "method",
                        "POST",
                        "path",
                        "/api/v1/%62atch",
                        "body",
                        Map.of("requests", List.of(Map.of("id", "b", "method", "GET", "path", "/api/v1/tasks"))))))
                .body()
                .get("responses")
                .get(0);

        assertThat(part.get("status").asInt()).isEqualTo(422);
        assertThat(part.get("body").get("code").asString()).isEqualTo("validation_failed");
    }

    @Test
    void keepsTheAnswersOfTheOthersWhenOnePartFails() {
        JsonNode responses = send(List.of(
                        Map.of("id", "a", "method", "GET", "path", "/api/v1/messages/huge"),
                        Map.of("id", "b", "method", "GET", "path", "/api/v1/messages/problem"),
                        Map.of("id", "c", "method", "GET", "path", "/api/v1/users/me")))
                .body()
                .get("responses");

        assertThat(responses.get(0).get("status").asInt()).isEqualTo(413);
        assertThat(responses.get(0).get("body").get("code").asString()).isEqualTo("answer_too_large");
        assertThat(responses.get(1).get("status").asInt()).isEqualTo(503);
        assertThat(responses.get(2).get("status").asInt()).isEqualTo(200);
    }

    @Test
    void carriesConditionsAndWhereItComesFrom() {
        Login login = gateway.loggedIn("staff", null);
        String ceo = gateway.ceo();

        JsonNode responses = gateway.post(
                        "/api/v1/batch",
                        ceo,
                        Map.of(
                                "requests",
                                List.of(
                                        Map.of(
                                                "id",
                                                "a",
                                                "method",
                                                "GET",
                                                "path",
                                                login.path(),
                                                "headers",
                                                Map.of("If-None-Match", "\"0\"")),
                                        Map.of(
                                                "id",
                                                "b",
                                                "method",
                                                "PATCH",
                                                "path",
                                                login.path(),
                                                "headers",
                                                Map.of("If-Match", "\"7\""),
                                                "body",
                                                Map.of("role", "manager")),
                                        Map.of(
                                                "id",
                                                "c",
                                                "method",
                                                "PATCH",
                                                "path",
                                                login.path(),
                                                "body",
                                                Map.of("department", "sales")))),
                        "User-Agent",
                        "batch-test")
                .body()
                .get("responses");

        assertThat(responses.get(0).get("status").asInt()).isEqualTo(304);
        assertThat(responses.get(1).get("status").asInt()).isEqualTo(412);
        assertThat(responses.get(2).get("status").asInt()).isEqualTo(200);
        JsonNode audited = gateway.get("/api/v1/audit?type=rights_changed&userId=" + login.id(), ceo)
                .body()
                .get("items")
                .get(0);
        assertThat(audited.get("userAgent").asString()).isEqualTo("batch-test");
        assertThat(audited.get("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesWhoHasNoToken() {
        assertThat(gateway.post("/api/v1/batch", null, "{\"requests\":[]}").status())
                .isEqualTo(401);
        assertThat(gateway.post("/api/v1/batch", gateway.ceo(), "{").code()).isEqualTo("malformed_request");
        assertThat(gateway.post("/api/v1/batch", gateway.ceo(), "\"" + "x".repeat(1_100_000) + "\"")
                        .status())
                .isEqualTo(413);
    }

    private Answer send(List<?> parts) {
        return gateway.post("/api/v1/batch", gateway.ceo(), Map.of("requests", parts));
    }
}
