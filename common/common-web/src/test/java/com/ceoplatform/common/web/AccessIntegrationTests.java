package com.ceoplatform.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.session.SessionRevocations;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.common.web.sample.NoteApplication;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who may come in, and as whom. */
@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class AccessIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private SessionRevocations revocations;

    private Notes notes;

    @BeforeEach
    void open() {
        notes = new Notes(port);
    }

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
        notes.assertProblem(
                notes.send(notes.get("/me").header("Authorization", "Bearer " + refused)), 401, "unauthenticated");
    }

    @Test
    void refusesWhatTheScopesOfATokenDoNotAllow() {
        String limited = TestTokens.forUser(notes.user()).scope("tasks:read").issue();

        notes.assertProblem(
                notes.send(notes.get("/me").header("Authorization", "Bearer " + limited)), 403, "forbidden");
    }

    @Test
    void refusesRequestsWithoutToken() {
        notes.assertProblem(notes.send(notes.get("/me")), 401, "unauthenticated");
    }

    @Test
    void refusesTokensOfRevokedSessions() {
        String session = Ids.next().toString();
        String revoked = TestTokens.forUser(notes.user()).session(session).issue();
        assertThat(notes.send(notes.get("/me").header("Authorization", "Bearer " + revoked))
                        .statusCode())
                .isEqualTo(200);

        try (TestEvents events = new TestEvents()) {
            events.send(
                    Topic.SESSIONS,
                    "session.revoked",
                    session,
                    Map.of("sessionId", session, "tokensExpireAt", "2999-01-01T00:00:00Z"));
        }

        Awaitility.await().until(() -> revocations.contains(session));
        notes.assertProblem(
                notes.send(notes.get("/me").header("Authorization", "Bearer " + revoked)), 401, "unauthenticated");
    }

    @Test
    void knowsTheCallerAndTheRequest() {
        HttpResponse<String> answer = notes.send(notes.get("/me?colour=deep_red")
                .header("Authorization", notes.bearer())
                .header("X-Request-Id", "abc-1"));

        assertThat(answer.body()).isEqualTo(notes.user() + " DEEP_RED");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1");
    }

    @Test
    void showsOperationsToTheCeoOnly() {
        URI address = URI.create("http://127.0.0.1:" + port + "/admin/dead-letters");
        String ceo = TestTokens.of(Ids.next(), Role.CEO, null);

        notes.assertProblem(
                notes.send(HttpRequest.newBuilder(address).header("Authorization", notes.bearer())), 403, "forbidden");
        assertThat(notes.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + ceo))
                        .statusCode())
                .isEqualTo(200);
        assertThat(notes.send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")))
                        .statusCode())
                .isEqualTo(200);
    }
}
