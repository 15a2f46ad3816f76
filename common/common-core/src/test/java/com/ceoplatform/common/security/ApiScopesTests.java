package com.ceoplatform.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiScopesTests {

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/tasks,tasks:read",
        "POST,/api/v1/tasks,tasks:write",
        "GET,/api/v1/calendar.ics,tasks:read",
        "PATCH,/api/v1/channels/1,channels:write",
        "POST,/api/v1/channels/1/messages,messages:write",
        "POST,/api/v1/channels/1/read,messages:write",
        "GET,/api/v1/channels/1/members,channels:read",
        "HEAD,/api/v1/files/1/content,files:read",
        "DELETE,/api/v1/reminders/1,notifications:write",
        "POST,/api/v1/voice/commands,voice:write",
        "GET,/api/v1/users/me,users:read",
        "GET,/ws,events:read",
        "GET,/ws/voice,voice:write"
    })
    void followFromPathAndMethod(String method, String path, String scope) {
        assertThat(ApiScopes.required(method, path)).contains(scope);
        assertThat(ApiScopes.ALL).contains(scope);
        assertThat(ApiScopes.permit("other:read " + scope, method, path)).isTrue();
        assertThat(ApiScopes.permit("other:read", method, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/password",
                "/api/v1/auth/sessions",
                "/api/v1/users/1/tokens",
                "/api/v1/users/1/sessions",
                "/api/v1/audit",
                "/api/v1/nothing",
                "/api/v1/",
                "/actuator/metrics",
                "/"
            })
    void neverReachWhatIsForPeople(String path) {
        String everything = String.join(" ", ApiScopes.ALL);

        assertThat(ApiScopes.permit(everything, "GET", path)).isFalse();
        assertThat(ApiScopes.permit(everything, "POST", path)).isFalse();
    }

    @Test
    void narrowNothingWithoutAScope() {
        assertThat(ApiScopes.permit(null, "POST", "/api/v1/auth/password")).isTrue();
        assertThat(ApiScopes.permit("", "POST", "/api/v1/batch")).isTrue();
        assertThat(ApiScopes.permit("", "GET", "/api/v1/tasks")).isFalse();
    }
}
