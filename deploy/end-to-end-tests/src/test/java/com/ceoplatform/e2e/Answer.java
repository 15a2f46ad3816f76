package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back over HTTP; the body is a missing node when it is no JSON. */
record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

    Answer expect(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** Checks that it is a problem with that status and code. */
    Answer problem(int expected, String code) {
        expect(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(body.path("code").asString("")).as(text).isEqualTo(code);
        return this;
    }

    String id() {
        return body.path("id").asString();
    }
}
