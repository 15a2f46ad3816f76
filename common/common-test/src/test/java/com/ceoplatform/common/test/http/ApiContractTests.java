package com.ceoplatform.common.test.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.json.PlatformJson;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiContractTests {

    private static final String NOTE = "{'id':'01890a5d-ac96-774b-bcce-b302099a8057','title':'x','colour':null}";

    private final ApiContract contract =
            ApiContract.of(PlatformJson.mapper().readTree(ApiContractTests.class.getResourceAsStream("/openapi.json")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /api/v1/notes?x=1 | 201 | application/json | " + NOTE,
                "POST | /api/v1/notes | 404 | application/problem+json | {'code':'gone','more':1}",
                "POST | /api/v1/notes | 204 | |",
                "GET | /api/v1/notes/7 | 200 | text/plain | anything",
                "GET | /api/v1/notes/mine | 204 | |",
                "GET | /api/v1/nowhere | 404 | application/problem+json | {}",
                "PUT | /api/v1/notes | 405 | application/problem+json | {}",
                "GET | /actuator/health | 200 | application/json | {}",
            })
    void takesWhatIsDocumented(String method, String address, int status, String mediaType, String body) {
        assertThatCode(() -> contract.verify(method, address, answer(status, mediaType, body)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "no such operation | GET | /api/v1/nowhere | 200 | application/json | {}",
                "no such operation | PUT | /api/v1/notes | 200 | application/json | {}",
                "these statuses | POST | /api/v1/notes | 500 | application/problem+json | {'code':'x'}",
                "these statuses | GET | /api/v1/notes/mine | 200 | text/plain | x",
                "these media types | POST | /api/v1/notes | 404 | text/html | <html>",
                "these media types | POST | /api/v1/notes | 201 | application/problem+json | {'code':'x'}",
                "No body | GET | /api/v1/notes/mine | 204 | text/plain | x",
                "A body | POST | /api/v1/notes | 201 | application/json |",
                "Not the body | POST | /api/v1/notes | 201 | application/json | {'title':'x'}",
                "Not the body | POST | /api/v1/notes | 201 | application/json | {'id':'no id','title':'x'}",
                "Not the body | POST | /api/v1/notes | 404 | application/problem+json | {'detail':'no code'}",
            })
    void refusesTheRest(String complaint, String method, String address, int status, String mediaType, String body) {
        assertThatThrownBy(() -> contract.verify(method, address, answer(status, mediaType, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesFieldsThatNobodyHasWrittenDown() {
        String more = NOTE.replace("}", ",'secret':1}");

        assertThatThrownBy(() -> contract.verify("POST", "/api/v1/notes", answer(201, "application/json", more)))
                .hasMessageContaining("secret");
    }

    @Test
    void knowsOneFormOfRefusals() {
        String problem = "{'code':'gone'}";

        assertThatCode(() -> {
                    contract.verifyRefusal("GET", "/x", answer(404, "application/problem+json", problem));
                    contract.verifyRefusal("HEAD", "/x", answer(404, null, null));
                    contract.verifyRefusal("GET", "/x", answer(200, "text/html", "<html>"));
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> contract.verifyRefusal("GET", "/x", answer(404, "text/html", "<html>")))
                .hasMessageContaining("Not a problem detail");
        assertThatThrownBy(() -> contract.verifyRefusal("GET", "/x", answer(404, "application/problem+json", "{}")))
                .hasMessageContaining("Not the problem");
    }

    @Test
    void readsHeadAsAGetWithoutABody() {
        assertThatCode(() -> contract.verify("HEAD", "/api/v1/notes/7", answer(200, "text/plain", null)))
                .doesNotThrowAnyException();
    }

    private static Answer answer(int status, String mediaType, String body) {
        Map<String, List<String>> headers = mediaType == null ? Map.of() : Map.of("Content-Type", List.of(mediaType));
        byte[] bytes = body == null ? new byte[0] : body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), bytes);
    }
}
