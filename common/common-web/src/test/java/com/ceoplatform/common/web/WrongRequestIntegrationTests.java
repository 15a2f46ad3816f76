package com.ceoplatform.common.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.web.sample.NoteApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What is refused says why, and nothing of what goes on inside. */
@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class WrongRequestIntegrationTests {

    @LocalServerPort
    private int port;

    private Notes notes;

    @BeforeEach
    void open() {
        notes = new Notes(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":                              | 400 | malformed_request
            ''                                     | 400 | malformed_request
            {"title":""}                           | 422 | validation_failed
            {"title":"x","colour":"blue"}          | 422 | validation_failed
            {"title":"x","colour":3}               | 422 | validation_failed
            {"title":"x","owner":"not-an-id"}      | 422 | validation_failed
            {"title":"x","owner":""}               | 422 | validation_failed
            {"title":"x","pages":99999999999}      | 422 | validation_failed
            {"title":"x","at":1798761600}          | 422 | validation_failed
            {"title":{"a":1}}                      | 422 | validation_failed
            {"title":"a\\u0000b"}                  | 422 | validation_failed
            """)
    void refusesWrongBodies(String body, int status, String code) {
        HttpResponse<String> answer = notes.post(body == null ? "" : body, "key-" + Ids.next());

        notes.assertProblem(answer, status, code);
        if (status == 422) {
            assertThat(notes.json(answer).at("/errors/0/field").asString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /me?colour=blue     | 400 | invalid_parameter
            /not-an-id          | 400 | invalid_parameter
            /me?x=%00           | 400 | invalid_parameter
            /me?x=%FF           | 400 | invalid_parameter
            /me?%C3%28=x        | 400 | invalid_parameter
            /since?moment=yesterday | 400 | invalid_parameter
            /since?moment=1764547200 | 400 | invalid_parameter
            /since?moment=%2B999999999-12-31T00:00:00Z | 400 | invalid_parameter
            /me?x=%ED%A0%80     | 400 | invalid_parameter
            /me?x=%C3           | 400 | invalid_parameter
            /me/nothing/here    | 404 | not_found
            """)
    void refusesWrongAddresses(String path, int status, String code) {
        notes.assertProblem(notes.send(notes.get(path).header("Authorization", notes.bearer())), status, code);
    }

    @ParameterizedTest
    @CsvSource({"/me, x, 406, not_acceptable", "/not-an-id, x, 400, invalid_parameter"})
    void refusesInItsFormatWhateverTheClientAccepts(String path, String accepted, int status, String code) {
        notes.assertProblem(
                notes.send(notes.get(path).header("Accept", accepted).header("Authorization", notes.bearer())),
                status,
                code);
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        notes.assertProblem(
                notes.send(notes.request("/me").DELETE().header("Authorization", notes.bearer())),
                405,
                "method_not_allowed");
        notes.assertProblem(
                notes.send(notes.request("")
                        .POST(BodyPublishers.ofString("title=x"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", notes.bearer())),
                415,
                "unsupported_media_type");
    }

    @Test
    void refusesBodiesOverTheLimitWhetherTheySayTheirLengthOrNot() {
        String large = "{\"title\":\"" + "x".repeat(20_000) + "\"}";

        notes.assertProblem(notes.post(large, "k"), 413, "payload_too_large");
        notes.assertProblem(
                notes.send(notes.request("")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(UTF_8))))
                        .header("Content-Type", "application/json")
                        .header("Authorization", notes.bearer())),
                413,
                "payload_too_large");
    }

    @Test
    void hidesWhatWentWrongInside() {
        HttpResponse<String> answer = notes.send(notes.get("/broken").header("Authorization", notes.bearer()));

        notes.assertProblem(answer, 500, "internal_error");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }
}
