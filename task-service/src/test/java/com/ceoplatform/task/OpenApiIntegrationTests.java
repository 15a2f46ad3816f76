package com.ceoplatform.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.ApiDescription;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class OpenApiIntegrationTests {

    @Autowired
    private Api api;

    @Test
    void describesEveryEndpointAndTheShapeOfAPatch() {
        JsonNode document = api.send("GET", null, "/v3/api-docs", null).body();

        assertThat(document.path("paths").propertyNames())
                .contains(
                        "/api/v1/tasks",
                        "/api/v1/tasks/{id}",
                        "/api/v1/tasks/{id}/activity",
                        "/api/v1/tasks/{taskId}/comments",
                        "/api/v1/tasks/{taskId}/dependencies",
                        "/api/v1/tasks/{taskId}/dependencies/{dependsOnTaskId}",
                        "/api/v1/tasks/reports/team-status",
                        "/api/v1/tasks/reports/progress",
                        "/api/v1/tasks/reports/workload",
                        "/api/v1/tasks/reports/daily-summary");
        assertThat(ApiDescription.gaps(document)).isEmpty();
        JsonNode patch =
                document.path("components").path("schemas").path("TaskEdit").path("properties");
        assertThat(patch.path("title").path("type").toString()).contains("string");
        assertThat(patch.path("assigneeIds").path("type").toString()).contains("array");
        assertThat(document.path("paths").path("/api/v1/tasks").path("get").path("parameters"))
                .hasSizeGreaterThan(10);
    }
}
