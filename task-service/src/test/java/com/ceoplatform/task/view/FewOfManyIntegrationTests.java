package com.ceoplatform.task.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.database.Statements;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.ManyTasks;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever sees few of many tasks reads few, whatever they ask for. */
@TaskServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewOfManyIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Statements statements;

    @BeforeAll
    void fill() {
        ManyTasks.fill(jdbc);
    }

    @AfterAll
    void clear() {
        ManyTasks.clear(jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks",
                "/tasks?sort=dueAt",
                "/tasks?sort=-priority",
                "/tasks/{id}",
                "/tasks/{id}/subtasks",
                "/tasks/{id}/comments",
                "/tasks/{id}/dependencies",
                "/tasks/{id}/activity",
                "/tasks/labels",
                "/tasks/reports/team-status",
                "/tasks/reports/progress",
                "/tasks/reports/workload",
                "/tasks/reports/daily-summary",
                "/meetings",
                "/meetings/{meeting}",
                "/calendar.ics"
            })
    void whoeverSeesLittleReadsLittle(String path) {
        Someone person = organisation.staff();
        UUID task = api.task(person).id();
        UUID meeting = api.post(person, "/meetings", Map.of("title", "x", "startAt", NOW))
                .id();
        String address = path.replace("{id}", task.toString()).replace("{meeting}", meeting.toString());

        List<String> plans = statements.plansOf(
                () -> assertThat(api.get(person, address).status()).isEqualTo(200));

        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan)
                        .doesNotContainPattern("Seq Scan on (task t|task_comment|task_activity|meeting)"));
    }
}
