package com.ceoplatform.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.test.http.Api;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.web.sample.NoteApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class DocumentationIntegrationTests {

    @LocalServerPort
    private int port;

    private Api api;
    private JsonNode document;

    @BeforeEach
    void read() {
        api = new Api(() -> port);
        document = api.send("GET", null, "/v3/api-docs", null).body();
    }

    @Test
    void namesEveryRefusalOnce() {
        JsonNode read = document.at("/paths/~1api~1v1~1notes~1{id}/get/responses");
        JsonNode write = document.at("/paths/~1api~1v1~1notes~1{id}/patch/responses");

        assertThat(read.propertyNames())
                .containsExactlyInAnyOrder("200", "304", "400", "401", "403", "404", "406", "429", "503");
        assertThat(write.propertyNames()).contains("200", "409", "412", "413", "415", "422", "429");
        assertThat(write.at("/412/$ref").asString()).isEqualTo("#/components/responses/precondition_failed");
        assertThat(document.at("/components/responses/precondition_failed/content")
                        .propertyNames())
                .containsExactly("application/problem+json");
    }

    @Test
    void describesNothingThatNobodyCalls() {
        assertThat(document.path("paths").propertyNames()).isNotEmpty().doesNotContain("/error");
    }

    @Test
    void saysThatCreatingAnswers201AndWritesTakeAVersion() {
        assertThat(document.at("/paths/~1api~1v1~1notes/post/responses").propertyNames())
                .contains("200", "201");
        assertThat(document.at("/paths/~1api~1v1~1notes~1{id}/patch/parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder("id", "If-Match");
    }

    @Test
    void tellsNullFromRequiredAndNamesEnumsAsOnTheWire() {
        JsonNode shape = document.at("/components/schemas/Shape");

        assertThat(names(shape.path("required"))).containsExactly("name", "plain");
        assertThat(names(shape.at("/properties/note/type"))).containsExactly("string", "null");
        assertThat(names(shape.at("/properties/plain/enum"))).containsExactly("deep_red");
        assertThat(shape.at("/properties/maybe/anyOf/1/type").asString()).isEqualTo("null");
        assertThat(names(shape.at("/properties/maybe/anyOf/0/enum"))).containsExactly("deep_red");
        assertThat(shape.at("/properties/inner/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/Inner");
        assertThat(names(shape.at("/properties/edit/type"))).containsExactly("string", "null");
    }

    @Test
    void holdsAnswersToTheDocument() {
        Someone somebody = Someone.staff();

        assertThat(api.post(somebody, "/notes", Map.of("title", "x")).status()).isEqualTo(201);
        assertThat(api.post(somebody, "/notes", Map.of("title", "")).wrongFields())
                .containsExactly("title");
        assertThat(api.send("GET", null, "/notes/me", null).code()).isEqualTo("unauthenticated");
        assertThat(api.get(somebody, "/nowhere").status()).isEqualTo(404);
        assertThatThrownBy(() -> api.get(somebody, "/notes/broken")).hasMessageContaining("these statuses");
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
