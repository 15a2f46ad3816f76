package com.ceoplatform.task.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.database.Statements;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No list and no report asks more of the database when there is more to show. */
@TaskServiceTest
class QueryCountIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Statements statements;

    @Autowired
    private Clock clock;

    /** Something of every kind: a task with all that can hang on it, a subtask, a comment and a meeting. */
    private void more(Someone person, UUID parent) {
        Someone colleague = organisation.staff();
        Answer task = api.task(
                person,
                "parentTaskId",
                parent,
                "assigneeIds",
                List.of(person.id(), colleague.id()),
                "labels",
                List.of("launch"),
                "blockedBy",
                List.of(api.task(person).id()),
                "dueAt",
                clock.instant().plus(Duration.ofHours(5)));
        api.post(person, "/tasks/" + parent + "/comments", Map.of("content", "x"));
        api.post(person, "/tasks/" + parent + "/dependencies", Map.of("dependsOnTaskId", task.id(), "type", "follows"));
        api.post(
                person,
                "/meetings",
                Map.of(
                        "title",
                        "x",
                        "startAt",
                        clock.instant().plus(Duration.ofHours(9)),
                        "attendeeIds",
                        List.of(colleague.id())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks",
                "/tasks?sort=dueAt&status=pending&q=write",
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
                "/calendar.ics"
            })
    void staysTheSame(String path) {
        Someone person = organisation.staff();
        UUID parent = api.task(person).id();
        String address = path.replace("{id}", parent.toString());
        more(person, parent);
        int before = statements.countOf(
                () -> assertThat(api.get(person, address).status()).isEqualTo(200));

        for (int number = 0; number < 5; number++) {
            more(person, parent);
        }

        assertThat(statements.countOf(() -> api.get(person, address)))
                .isEqualTo(before)
                .isBetween(1, 8);
    }
}
