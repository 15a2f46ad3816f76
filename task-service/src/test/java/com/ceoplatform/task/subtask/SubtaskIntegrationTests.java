package com.ceoplatform.task.subtask;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class SubtaskIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private UUID subtask(Answer parent, String title, String status) {
        Answer subtask = api.task(sarah, "parentTaskId", parent.id(), "title", title);
        api.patch(sarah, "/tasks/" + subtask.id(), Map.of("status", status));
        return subtask.id();
    }

    @Test
    void areListedWithHowFarTheyAre() {
        Answer parent = api.task(sarah, "assigneeIds", List.of(mike.id()));
        subtask(parent, "one", "completed");
        subtask(parent, "two", "pending");
        subtask(parent, "three", "cancelled");
        String path = "/tasks/" + parent.id() + "/subtasks";

        Answer page = api.get(sarah, path + "?limit=2");

        assertThat(page.items("title")).containsExactly("one", "two");
        assertThat(page.body().path("progress").toString())
                .isEqualTo("{\"total\":3,\"completed\":1,\"cancelled\":1,\"percentComplete\":50}");
        assertThat(api.get(sarah, path + "?limit=2&cursor=" + page.text("nextCursor"))
                        .items("title"))
                .containsExactly("three");
        assertThat(api.get(mike, path).items("id")).isEmpty();
        assertThat(api.get(organisation.staff(), path).code()).isEqualTo("task_not_found");
    }

    @Test
    void aTaskWithoutAnyIsNothingPercentComplete() {
        Answer task = api.task(sarah);

        assertThat(api.get(sarah, "/tasks/" + task.id() + "/subtasks")
                        .at("/progress/percentComplete")
                        .asInt())
                .isZero();
    }
}
