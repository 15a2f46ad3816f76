package com.ceoplatform.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MessageServiceTest
class DocumentationIntegrationTests {

    @Autowired
    private MessageApi api;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.send("GET", null, "/v3/api-docs", null).body();
    }

    @Test
    void saysWhatEveryOperationDoes() {
        List<String> silent = new ArrayList<>();
        for (String path : document.path("paths").propertyNames()) {
            JsonNode methods = document.path("paths").path(path);
            for (String method : methods.propertyNames()) {
                if (methods.path(method).path("summary").asString("").isEmpty()) {
                    silent.add(method + " " + path);
                }
            }
        }

        assertThat(document.path("paths").isEmpty()).isFalse();
        assertThat(silent).isEmpty();
    }

    @Test
    void promisesSomethingNewOnlyWhereItIsMade() {
        JsonNode acknowledged = document.at("/paths/~1api~1v1~1messages~1{id}~1acknowledge/post/responses");

        assertThat(acknowledged.propertyNames()).contains("200").doesNotContain("201");
        assertThat(acknowledged.at("/200/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/MessageResponse");
    }
}
