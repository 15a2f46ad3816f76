package com.ceoplatform.message.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@MessageServiceTest
class MessageRefusalsIntegrationTests {

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    private Someone someone;
    private String path;

    @BeforeEach
    void newChannel() {
        someone = organisation.staff();
        path = "/channels/" + organisation.channel("private", someone) + "/messages";
    }

    @Test
    void knowsItsCallers() {
        UUID id = someone.id();

        assertThat(get(null)).isEqualTo(401);
        assertThat(get("nonsense")).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).forged().issue())).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).issuer("somebody-else").issue())).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).life(Duration.ofMinutes(-5)).issue()))
                .isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).issue())).isEqualTo(200);
    }

    private int get(@org.jspecify.annotations.Nullable String token) {
        return api.send("GET", token, path, null).status();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                    | 400 | malformed_request
                    ''                                                   | 400 | malformed_request
                    {}                                                   | 422 | validation_failed
                    {"content":null}                                     | 422 | validation_failed
                    {"content":"  "}                                     | 422 | validation_failed
                    {"content":["x"]}                                    | 422 | validation_failed
                    {"content":"x","priority":"asap"}                    | 422 | validation_failed
                    {"content":"x","replyTo":"the last one"}             | 422 | validation_failed
                    {"content":"x","clientMessageId":""}                 | 422 | validation_failed
                    {"content":"a\\u0000b"}                              | 422 | validation_failed
                    {"content":"a\\udc00b"}                              | 422 | validation_failed
                    """)
    void namesWhatIsWrongWithABody(String body, int status, String code) {
        Answer answer = api.send("POST", someone.token(), path, body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void refusesWhatIsTooLarge() {
        String large = "{\"content\":\"" + "d".repeat(2_000_000) + "\"}";

        assertThat(api.send("POST", someone.token(), path, large).code()).isEqualTo("payload_too_large");
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        for (String query : List.of("", "?q=", "?q=%20", "?q=x&from=me", "?q=x&before=soon", "?q=x&limit=0")) {
            Answer answer = api.get(someone, "/messages/search" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).as(query).isEqualTo("invalid_parameter");
        }
        assertThat(api.get(someone, "/messages/last").status()).isEqualTo(400);
    }
}
