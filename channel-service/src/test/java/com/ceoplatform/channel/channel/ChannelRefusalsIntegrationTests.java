package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class ChannelRefusalsIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    private Someone someone;

    @BeforeEach
    void newPerson() {
        someone = organisation.staff();
    }

    @Test
    void knowsItsCallers() {
        UUID id = someone.id();

        assertThat(api.send("GET", null, "/channels", null).code()).isEqualTo("unauthenticated");
        assertThat(api.send("GET", "nonsense", "/channels", null).status()).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).forged().issue())).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).issuer("somebody-else").issue())).isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).audience("something-else").issue()))
                .isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).life(Duration.ofMinutes(-5)).issue()))
                .isEqualTo(401);
        assertThat(get(TestTokens.forUser(id).issue())).isEqualTo(200);
    }

    private int get(String token) {
        return api.send("GET", token, "/channels", null).status();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /channels",
        "GET, /channels",
        "GET, /channels/x",
        "PATCH, /channels/x",
        "POST, /channels/x/archive",
        "POST, /channels/x/unarchive",
        "GET, /channels/memberships",
        "GET, /channels/x/members",
        "POST, /channels/x/members",
        "PATCH, /channels/x/members/y",
        "DELETE, /channels/x/members/y",
        "GET, /channels/x/relationships",
        "POST, /channels/x/relationships",
        "DELETE, /channels/x/relationships/y"
    })
    void asksEverywhereWhoCalls(String method, String path) {
        Answer answer = api.send(method, null, path, "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void refusesToArchiveAnOldVersion() {
        String path = "/channels/" + api.channel(someone, "public");
        api.patch(someone, path, Map.of("name", "Changed"));

        assertThat(api.post(someone, path + "/archive", null, "If-Match", "\"0\"")
                        .code())
                .isEqualTo("stale_version");
        api.post(someone, path + "/archive", null);
        assertThat(api.post(someone, path + "/unarchive", null, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                        | 400 | malformed_request
                    ''                                       | 400 | malformed_request
                    []                                       | 400 | malformed_request
                    {}                                       | 422 | validation_failed
                    {"name":"   "}                           | 422 | validation_failed
                    {"name":"x","type":"party"}              | 422 | validation_failed
                    {"name":"x","type":3}                    | 422 | validation_failed
                    {"name":"x","privacy":"secret"}          | 422 | validation_failed
                    {"name":"x","memberIds":["sarah"]}       | 422 | validation_failed
                    {"name":"x","memberIds":[null]}          | 422 | validation_failed
                    {"name":"x","memberIds":"all"}           | 422 | validation_failed
                    {"name":"x","categoryId":"c"}            | 422 | validation_failed
                    {"name":"a\\u0000b"}                     | 422 | validation_failed
                    {"name":"a\\ud800b"}                     | 422 | validation_failed
                    """)
    void namesWhatIsWrongWithABody(String body, int status, String code) {
        Answer answer = api.send("POST", someone.token(), "/channels", body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertThat(api.send("POST", someone.token(), "/channels", "{\"name\":\"x\",\"colour\":\"red\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatIsTooLargeOrOfAnotherKind() {
        String large = "{\"name\":\"x\",\"description\":\"" + "d".repeat(2_000_000) + "\"}";

        assertThat(api.send("POST", someone.token(), "/channels", large).code()).isEqualTo("payload_too_large");
        assertThat(api.send("POST", someone.token(), "/channels", "name=x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(api.send("PUT", someone.token(), "/channels", "{}").status()).isEqualTo(405);
    }

    @Test
    void knowsNoChannelByANameOrAnUnknownId() {
        assertThat(api.get(someone, "/channels/marketing").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(someone, "/channels/" + Ids.next()).code()).isEqualTo("channel_not_found");
    }
}
