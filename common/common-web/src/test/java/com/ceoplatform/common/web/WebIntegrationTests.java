package com.ceoplatform.common.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.session.SessionRevocations;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.common.web.sample.NoteApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class WebIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper mapper;

    @Autowired
    private SessionRevocations revocations;

    private final UUID user = Ids.next();
    private final String token = TestTokens.of(user, Role.STAFF, "Marketing");

    static Stream<String> tokensThatMustBeRefused() {
        UUID user = Ids.next();
        return Stream.of(
                TestTokens.forUser(user).forged().issue(),
                TestTokens.forUser(user).issuer("somebody-else").issue(),
                TestTokens.forUser(user).audience("another-platform").issue(),
                TestTokens.forUser(user).life(Duration.ofMinutes(-1)).issue(),
                TestTokens.of(user, Role.CEO, null).replaceFirst("\\.[^.]*$", "."),
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("tokensThatMustBeRefused")
    void refusesTokensThatAreNotValid(String refused) {
        assertProblem(send(get("/me").header("Authorization", "Bearer " + refused)), 401, "unauthenticated");
    }

    @Test
    void refusesWhatTheScopesOfATokenDoNotAllow() {
        String limited = TestTokens.forUser(user).scope("tasks:read").issue();

        assertProblem(send(get("/me").header("Authorization", "Bearer " + limited)), 403, "forbidden");
    }

    @Test
    void refusesRequestsWithoutToken() {
        assertProblem(send(get("/me")), 401, "unauthenticated");
    }

    @Test
    void refusesTokensOfRevokedSessions() {
        String session = Ids.next().toString();
        String revoked = TestTokens.forUser(user).session(session).issue();
        assertThat(send(get("/me").header("Authorization", "Bearer " + revoked)).statusCode())
                .isEqualTo(200);

        try (TestEvents events = new TestEvents()) {
            events.send(
                    Topic.SESSIONS,
                    "session.revoked",
                    session,
                    Map.of("sessionId", session, "tokensExpireAt", "2999-01-01T00:00:00Z"));
        }

        Awaitility.await().until(() -> revocations.contains(session));
        assertProblem(send(get("/me").header("Authorization", "Bearer " + revoked)), 401, "unauthenticated");
    }

    @Test
    void knowsTheCallerAndTheRequest() {
        HttpResponse<String> answer = send(
                get("/me?colour=deep_red").header("Authorization", bearer()).header("X-Request-Id", "abc-1"));

        assertThat(answer.body()).isEqualTo(user + " DEEP_RED");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":                              | 400 | malformed_request
            ''                                     | 400 | malformed_request
            {"title":""}                           | 422 | validation_failed
            {"title":"x","colour":"blue"}          | 422 | validation_failed
            {"title":"x","colour":3}               | 422 | validation_failed
            {"title":"x","owner":"not-an-id"}      | 422 | validation_failed
            {"title":{"a":1}}                      | 422 | validation_failed
            {"title":"a\\u0000b"}                  | 422 | validation_failed
            """)
    void refusesWrongBodies(String body, int status, String code) {
        HttpResponse<String> answer = post(body == null ? "" : body, "key-" + Ids.next());

        assertProblem(answer, status, code);
        if (status == 422) {
            assertThat(json(answer).at("/errors/0/field").asString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /me?colour=blue     | 400 | invalid_parameter
            /not-an-id          | 400 | invalid_parameter
            /me?x=%00           | 400 | invalid_parameter
            /me/nothing/here    | 404 | not_found
            """)
    void refusesWrongAddresses(String path, int status, String code) {
        assertProblem(send(get(path).header("Authorization", bearer())), status, code);
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        assertProblem(send(request("/me").DELETE().header("Authorization", bearer())), 405, "method_not_allowed");
        assertProblem(
                send(request("")
                        .POST(BodyPublishers.ofString("title=x"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", bearer())),
                415,
                "unsupported_media_type");
    }

    @Test
    void refusesBodiesOverTheLimitWhetherTheySayTheirLengthOrNot() {
        String large = "{\"title\":\"" + "x".repeat(20_000) + "\"}";

        assertProblem(post(large, "k"), 413, "payload_too_large");
        assertProblem(
                send(request("")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(large.getBytes(UTF_8))))
                        .header("Content-Type", "application/json")
                        .header("Authorization", bearer())),
                413,
                "payload_too_large");
    }

    @Test
    void hidesWhatWentWrongInside() {
        HttpResponse<String> answer = send(get("/broken").header("Authorization", bearer()));

        assertProblem(answer, 500, "internal_error");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void speaksOfVersions() {
        String path = "/" + Ids.next();

        assertThat(send(get(path).header("Authorization", bearer())).headers().firstValue("ETag"))
                .contains("\"7\"");
        assertThat(send(get(path).header("Authorization", bearer()).header("If-None-Match", "\"7\""))
                        .statusCode())
                .isEqualTo(304);
        assertProblem(patch(path, "\"6\""), 412, "stale_version");
        assertProblem(patch(path, "garbage"), 412, "stale_version");
        assertThat(patch(path, "\"7\"").statusCode()).isEqualTo(200);
        assertThat(patch(path, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() {
        String key = Ids.next().toString();

        HttpResponse<String> first = post("{\"title\":\"once\"}", key);
        HttpResponse<String> second = post("{\"title\":\"once\"}", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(new OutboxProbe().types(json(first).get("id").asString())).containsExactly("note.created");
    }

    @Test
    void refusesAKeyUnderADifferentBody() {
        String key = Ids.next().toString();
        post("{\"title\":\"one\"}", key);

        assertProblem(post("{\"title\":\"two\"}", key), 422, "idempotency_key_reused");
    }

    @Test
    void doesTheWorkOnceHoweverManyRepeatAtTheSameMoment() {
        String key = Ids.next().toString();

        var answers = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> post("{\"title\":\"together\"}", key)))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().body()).distinct())
                .hasSize(1);
    }

    @Test
    void forgetsAKeyWhoseRequestFailed() {
        String key = Ids.next().toString();

        assertProblem(post("{\"title\":\"refused\"}", key), 409, "note_refused");
        assertProblem(post("{\"title\":\"refused\"}", key), 409, "note_refused");
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() {
        String key = Ids.next().toString();
        String mine = post("{\"title\":\"a\"}", key).body();

        HttpResponse<String> other = send(request("")
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + TestTokens.of(Ids.next(), Role.STAFF, null)));

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.body()).isNotEqualTo(mine);
    }

    @Test
    void writesActorCommandAndTraceIntoEvents() {
        String command = Ids.next().toString();
        HttpResponse<String> answer = send(request("")
                .POST(BodyPublishers.ofString("{\"title\":\"traced\"}"))
                .header("Content-Type", "application/json")
                .header("Authorization", bearer())
                .header("X-Command-Id", command)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        OutboxProbe.Row row = new OutboxProbe().last(json(answer).get("id").asString(), "note.created");

        assertThat(row.actorId()).isEqualTo(user);
        assertThat(row.correlationId()).hasToString(command);
        assertThat(row.traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        assertThat(row.source()).isEqualTo("/note-service");
    }

    @Test
    void showsOperationsToTheCeoOnly() {
        URI address = URI.create("http://127.0.0.1:" + port + "/admin/dead-letters");
        String ceo = TestTokens.of(Ids.next(), Role.CEO, null);

        assertProblem(send(HttpRequest.newBuilder(address).header("Authorization", bearer())), 403, "forbidden");
        assertThat(send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + ceo))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> patch(String path, String ifMatch) {
        return send(request(path)
                .method("PATCH", BodyPublishers.noBody())
                .header("If-Match", ifMatch)
                .header("Authorization", bearer()));
    }

    private HttpResponse<String> post(String body, String key) {
        return send(request("")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Authorization", bearer()));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/notes" + path));
    }

    private String bearer() {
        return "Bearer " + token;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        return mapper.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).isNotEmpty();
        assertThat(problem.get("type").asString()).isEqualTo("urn:ceo-platform:problem:" + code);
    }
}
