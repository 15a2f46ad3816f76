package com.ceoplatform.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.common.test.http.ApiDescription;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ChannelServiceTest
class OpenApiIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Test
    void describesEveryEndpointWithWhatItRefuses() {
        JsonNode document = api.send("GET", null, "/v3/api-docs", null).body();

        assertThat(document.path("paths").propertyNames())
                .contains(
                        "/api/v1/channels",
                        "/api/v1/channels/{id}",
                        "/api/v1/channels/{id}/archive",
                        "/api/v1/channels/{id}/unarchive",
                        "/api/v1/channels/{id}/members",
                        "/api/v1/channels/{id}/members/{userId}",
                        "/api/v1/channels/{id}/relationships",
                        "/api/v1/channels/{id}/files",
                        "/api/v1/files",
                        "/api/v1/files/{id}/content");
        assertThat(ApiDescription.gaps(document)).isEmpty();
        assertThat(document.at("/components/securitySchemes/accessToken/scheme").asString())
                .isEqualTo("bearer");
    }
}
