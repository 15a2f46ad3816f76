package com.ceoplatform.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.common.web.sample.NoteApplication;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Versions, repeated requests, and what events say of them. */
@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class RepetitionIntegrationTests {

    @LocalServerPort
    private int port;

    private Notes notes;

    @BeforeEach
    void open() {
        notes = new Notes(port);
    }

    @Test
    void speaksOfVersions() {
        String path = "/" + Ids.next();

        assertThat(notes.send(notes.get(path).header("Authorization", notes.bearer()))
                        .headers()
                        .firstValue("ETag"))
                .contains("\"7\"");
        assertThat(notes.send(notes.get(path)
                                .header("Authorization", notes.bearer())
                                .header("If-None-Match", "\"7\""))
                        .statusCode())
                .isEqualTo(304);
        notes.assertProblem(notes.patch(path, "\"6\""), 412, "stale_version");
        notes.assertProblem(notes.patch(path, "garbage"), 412, "stale_version");
        assertThat(notes.patch(path, "\"7\"").statusCode()).isEqualTo(200);
        assertThat(notes.patch(path, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() {
        String key = Ids.next().toString();

        HttpResponse<String> first = notes.post("{\"title\":\"once\"}", key);
        HttpResponse<String> second = notes.post("{\"title\":\"once\"}", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(new OutboxProbe().types(notes.json(first).get("id").asString()))
                .containsExactly("note.created");
    }

    @Test
    void refusesAKeyUnderADifferentBody() {
        String key = Ids.next().toString();
        notes.post("{\"title\":\"one\"}", key);

        notes.assertProblem(notes.post("{\"title\":\"two\"}", key), 422, "idempotency_key_reused");
    }

    @Test
    void doesTheWorkOnceHoweverManyRepeatAtTheSameMoment() {
        String key = Ids.next().toString();

        var answers = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> notes.post("{\"title\":\"together\"}", key)))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().body()).distinct())
                .hasSize(1);
    }

    @Test
    void forgetsAKeyWhoseRequestFailed() {
        String key = Ids.next().toString();

        notes.assertProblem(notes.post("{\"title\":\"refused\"}", key), 409, "note_refused");
        notes.assertProblem(notes.post("{\"title\":\"refused\"}", key), 409, "note_refused");
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() {
        String key = Ids.next().toString();
        String mine = notes.post("{\"title\":\"a\"}", key).body();

        HttpResponse<String> other = notes.send(notes.request("")
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
        HttpResponse<String> answer = notes.send(notes.request("")
                .POST(BodyPublishers.ofString("{\"title\":\"traced\"}"))
                .header("Content-Type", "application/json")
                .header("Authorization", notes.bearer())
                .header("X-Command-Id", command)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        OutboxProbe.Row row =
                new OutboxProbe().last(notes.json(answer).get("id").asString(), "note.created");

        assertThat(row.actorId()).isEqualTo(notes.user());
        assertThat(row.correlationId()).hasToString(command);
        assertThat(row.traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        assertThat(row.source()).isEqualTo("/note-service");
    }
}
