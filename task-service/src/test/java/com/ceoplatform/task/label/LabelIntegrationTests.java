package com.ceoplatform.task.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class LabelIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Test
    void areThoseOfTheTasksOneSees() {
        Someone sarah = organisation.staff();
        api.task(sarah, "labels", List.of("Launch", "press"));
        api.task(sarah, "labels", List.of("Launch", "100%"));
        api.task(organisation.staff(), "labels", List.of("secret"));

        assertThat(api.get(sarah, "/tasks/labels").items("name")).containsExactly("Launch", "100%", "press");
        assertThat(api.get(sarah, "/tasks/labels").items("tasks")).startsWith("2");
        assertThat(api.get(sarah, "/tasks/labels?q=la").items("name")).containsExactly("Launch");
        assertThat(api.get(sarah, "/tasks/labels?q=%25").items("name")).isEmpty();
        assertThat(api.get(sarah, "/tasks?label=100%25").items("id")).hasSize(1);
        assertThat(api.send("GET", null, "/tasks/labels", null).status()).isEqualTo(401);
    }
}
