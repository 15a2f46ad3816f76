package com.ceoplatform.task.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class ReportIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Clock clock;

    private String department;
    private Someone manager;
    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void aTeamAtWork() {
        department = organisation.department();
        manager = organisation.manager(department);
        sarah = organisation.staff(department);
        mike = organisation.staff(department);
        Instant now = clock.instant();
        UUID late = api.task(
                        manager,
                        "title",
                        "Late",
                        "assigneeIds",
                        List.of(sarah.id()),
                        "priority",
                        "critical",
                        "dueAt",
                        now.minus(Duration.ofHours(3)))
                .id();
        api.task(manager, "assigneeIds", List.of(sarah.id(), mike.id()), "dueAt", now.plus(Duration.ofHours(20)));
        api.task(manager, "assigneeIds", List.of(sarah.id()), "status", "in_progress");
        api.task(manager, "assigneeIds", List.of(mike.id()), "status", "completed");
        api.task(manager, "status", "cancelled");
        api.task(manager, "blockedBy", List.of(late));
    }

    private JsonNode report(Someone who, String name, String query) {
        Answer answer = api.get(who, "/tasks/reports/" + name + "?" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** Public channels of other tests would count otherwise. */
    private String ours() {
        return "department=" + department.replace(" ", "%20");
    }

    @Test
    void tellsHowTheTeamStands() {
        JsonNode report = report(manager, "team-status", ours());

        JsonNode figures = report.path("figures");
        assertThat(figures.path("total").asLong()).isEqualTo(6);
        assertThat(figures.path("open").asLong()).isEqualTo(4);
        assertThat(figures.path("byStatus").path("in_progress").asLong()).isEqualTo(1);
        assertThat(figures.path("byStatus").path("on_hold").asLong()).isZero();
        assertThat(figures.path("overdue").asLong()).isEqualTo(1);
        assertThat(figures.path("dueSoon").asLong()).isEqualTo(1);
        assertThat(figures.path("blocked").asLong()).isEqualTo(1);
        assertThat(figures.path("unassigned").asLong()).isEqualTo(1);
        assertThat(figures.path("openByPriority").path("critical").asLong()).isEqualTo(1);
        assertThat(figures.path("completedLastSevenDays").asLong()).isEqualTo(1);
        JsonNode first = report.path("people").get(0);
        assertThat(first.path("userId").asString()).isEqualTo(sarah.id().toString());
        assertThat(first.path("name").asString()).isEqualTo("Test Person");
        assertThat(first.path("open").asLong()).isEqualTo(3);
        assertThat(first.path("overdue").asLong()).isEqualTo(1);
        assertThat(report.path("people").get(1).path("completedLastSevenDays").asLong())
                .isEqualTo(1);
        assertThat(report.path("overdue").get(0).path("title").asString()).isEqualTo("Late");
    }

    @Test
    void tellsProgressWorkloadAndTheDay() {
        assertThat(report(manager, "progress", ours()).path("percentComplete").asInt())
                .isEqualTo(20);
        JsonNode workload = report(manager, "workload", "userId=" + mike.id());
        assertThat(workload.path("people")).hasSize(1);
        assertThat(workload.path("people").get(0).path("open").asLong()).isEqualTo(1);
        JsonNode day = report(manager, "daily-summary", ours());
        assertThat(day.path("date").asString())
                .isEqualTo(clock.instant()
                        .atOffset(java.time.ZoneOffset.UTC)
                        .toLocalDate()
                        .toString());
        assertThat(day.path("createdToday").asLong()).isEqualTo(6);
        assertThat(day.path("completedToday").asLong()).isEqualTo(1);
        assertThat(day.path("overdue")).hasSize(1);
    }

    @Test
    void countsOnlyWhatTheCallerMaySee() {
        Someone stranger = organisation.staff();

        assertThat(report(stranger, "team-status", ours())
                        .path("figures")
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(report(sarah, "progress", ours())
                        .path("figures")
                        .path("total")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void reportsOnAChannel() {
        UUID channel = organisation.publicChannel(sarah);
        api.task(sarah, "channelId", channel);
        api.patch(sarah, "/tasks/" + api.task(sarah, "channelId", channel).id(), Map.of("status", "completed"));

        assertThat(report(mike, "progress", "channelId=" + channel)
                        .path("percentComplete")
                        .asInt())
                .isEqualTo(50);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThat(api.get(sarah, "/tasks/reports/progress?userId=x").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(sarah, "/tasks/reports/nonsense").status()).isIn(400, 404);
    }
}
