package com.ceoplatform.notification.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.NotificationServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class ApiDocumentationIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void describesEveryEndpoint() {
        JsonNode document = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .requiredBody(JsonNode.class);

        assertThat(document.path("paths").propertyNames())
                .contains(
                        "/api/v1/notifications",
                        "/api/v1/notifications/{id}",
                        "/api/v1/notifications/{id}/read",
                        "/api/v1/notifications/read-all",
                        "/api/v1/notifications/preferences",
                        "/api/v1/notifications/{id}/acknowledge",
                        "/api/v1/notifications/{id}/deliveries",
                        "/api/v1/notifications/subscriptions",
                        "/api/v1/notifications/subscriptions/key",
                        "/api/v1/notifications/email",
                        "/api/v1/webhooks",
                        "/api/v1/webhooks/{id}",
                        "/unsubscribe/{token}",
                        "/admin/dead-deliveries",
                        "/api/v1/reminders",
                        "/api/v1/reminders/{id}");
    }
}
