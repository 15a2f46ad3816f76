package com.ceoplatform.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class FileRefusalsIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @ParameterizedTest
    @CsvSource({
        "POST, /files",
        "GET, /files",
        "GET, /files/usage",
        "GET, /files/x",
        "GET, /files/x/content",
        "DELETE, /files/x",
        "GET, /files/x/upload",
        "POST, /files/x/upload",
        "POST, /files/x/complete",
        "POST, /files/x/links",
        "DELETE, /files/x/channels/x",
        "DELETE, /files/x/tasks/x",
        "GET, /channels/x/files"
    })
    void knowsItsCallers(String method, String path) {
        Answer answer = api.send(method, null, path, method.equals("POST") ? "{}" : null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                        | 400 | malformed_request
                    {}                                       | 422 | validation_failed
                    {"name":"  "}                            | 422 | validation_failed
                    {"name":"../../etc/passwd"}              | 422 | validation_failed
                    {"name":"a\\\\b"}                        | 422 | validation_failed
                    {"name":"a\\nb"}                         | 422 | validation_failed
                    {"name":"a\\u0000b"}                     | 422 | validation_failed
                    {"name":"a","size":0}                    | 422 | validation_failed
                    {"name":"a","size":-1}                   | 422 | validation_failed
                    {"name":"a","size":"big"}                | 422 | validation_failed
                    {"name":"a","size":409601}               | 422 | validation_failed
                    {"name":"a","size":9223372036854775807}  | 422 | validation_failed
                    {"name":"a","sha256":"abc"}              | 422 | validation_failed
                    {"name":"a","channelIds":["x"]}          | 422 | validation_failed
                    {"name":"a","channelIds":[null]}         | 422 | validation_failed
                    {"name":"a","taskIds":"x"}               | 422 | validation_failed
                    """)
    void namesWhatIsWrongWithABody(String body, int status, String code) {
        Answer answer = api.send("POST", organisation.staff().token(), "/files", body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void refusesToDeleteAnOldVersion() {
        Someone owner = organisation.staff();
        UUID file = uploader.file(owner);

        Answer stale = api.send("DELETE", owner.token(), "/files/" + file, null, "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        Answer current = api.get(owner, "/files/" + file);
        assertThat(api.get(
                                owner,
                                "/files/" + file,
                                "If-None-Match",
                                current.headers().firstValue("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void knowsNoFileByANameOrAnUnknownId() {
        Someone someone = organisation.staff();

        assertThat(api.get(someone, "/files/plan.pdf").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(someone, "/files/" + Ids.next()).code()).isEqualTo("file_not_found");
        assertThat(api.post(someone, "/files", Map.of("name", "a", "channelIds", List.of(Ids.next())))
                        .code())
                .isEqualTo("channel_not_found");
    }
}
