package com.ceoplatform.gateway.user;

import static com.ceoplatform.gateway.support.GatewayClient.PASSWORD;
import static com.ceoplatform.gateway.support.GatewayClient.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class UserCreationIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    private final OutboxProbe outbox = new OutboxProbe();

    @Test
    void addsAPersonAndTellsEverybody() {
        Answer added = gateway.post("/api/v1/users", gateway.ceo(), person(Map.of("department", "marketing")));

        assertThat(added.status()).isEqualTo(201);
        String id = added.body().get("id").asString();
        assertThat(added.header("Location")).isEqualTo("/api/v1/users/" + id);
        assertThat(added.etag()).isEqualTo("\"0\"");
        OutboxProbe.Row event = outbox.last(id, "user.created");
        assertThat(event.payload()).isEqualTo(added.body());
        assertThat(event.topic()).isEqualTo("users.events");
        assertThat(event.traceparent()).isNotNull();
        GoldenEvents.assertMatches("user.created", event.payload());
        assertThat(gateway.get("/api/v1/users/" + id, gateway.ceo()).body()).isEqualTo(added.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë 🦊 Ünal-O'Brien",
                "עברית שם",
                "محمد عبد الله",
                "Robert'); DROP TABLE person;--",
                "<script>alert(1)</script>",
                "  spaces  "
            })
    void keepsNamesAsTheyAre(String name) {
        Answer added = gateway.post(
                "/api/v1/users", gateway.ceo(), person(Map.of("name", name, "jobTitle", name, "department", name)));

        assertThat(added.status()).isEqualTo(201);
        JsonNode read = gateway.get("/api/v1/users/" + added.body().get("id").asString(), gateway.ceo())
                .body();
        assertThat(read.get("name").asString()).isEqualTo(name);
        assertThat(read.get("department").asString()).isEqualTo(name);
        assertThat(gateway.login(added.body().get("email").asString(), PASSWORD).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email|no address",
                "name|'   '",
                "name|NUL\\u0000",
                "password|too short",
                "password|aaaaaaaaaaaaaaaa",
                "role|king",
                "role|CEO",
                "timezone|Mars/Olympus",
                "timezone|+01:00",
                "locale|not a locale",
                "managerId|nobody",
                "managerId|0198a000-0000-7000-8000-000000000000"
            })
    void refusesValuesThatMakeNoSense(String field, String value) {
        Map<String, Object> request = person(Map.of());
        request.remove(field);
        String json = com.ceoplatform.common.json.PlatformJson.mapper().writeValueAsString(request);
        Answer refused = gateway.post(
                "/api/v1/users",
                gateway.ceo(),
                json.substring(0, json.length() - 1) + ",\"" + field + "\":\"" + value + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void refusesASecondPersonWithTheSameAddressInAnyCase() {
        String email = UUID.randomUUID() + "@example.com";
        assertThat(gateway.post("/api/v1/users", gateway.ceo(), person(Map.of("email", email)))
                        .status())
                .isEqualTo(201);

        Answer refused = gateway.post(
                "/api/v1/users", gateway.ceo(), person(Map.of("email", email.toUpperCase(java.util.Locale.ROOT))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("email_taken");
    }

    @Test
    void addsOnePersonOnlyWhenManyRequestsRaceForOneAddress() {
        String ceo = gateway.ceo();
        Map<String, Object> request = person(Map.of());

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> gateway.post("/api/v1/users", ceo, request).status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void repeatsTheAnswerUnderTheSameIdempotencyKey() {
        String ceo = gateway.ceo();
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = person(Map.of());

        Answer first = gateway.post("/api/v1/users", ceo, request, "Idempotency-Key", key);
        Answer second = gateway.post("/api/v1/users", ceo, request, "Idempotency-Key", key);
        request.put("name", "Somebody Else");
        Answer other = gateway.post("/api/v1/users", ceo, request, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }
}
