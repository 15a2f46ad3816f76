package com.ceoplatform.message.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskLinksTests {

    private static final String ID = "0198f2a5-1111-7abc-8def-000000000001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://work.example.com/tasks/" + ID + "?tab=comments",
                "task:" + ID + " is done",
                "Task " + ID + ".",
                "(#" + ID + ")",
                "**TASK: #0198F2A5-1111-7ABC-8DEF-000000000001**"
            })
    void findsTasks(String text) {
        assertThat(TaskLinks.in(text)).containsExactly(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ID, "/channels/" + ID, "multitask " + ID, "#" + ID + "-1", "/tasks/not-an-id", "task:"})
    void findsNothingElse(String text) {
        assertThat(TaskLinks.in(text)).isEmpty();
    }

    @Test
    void namesEachOnceAndNotTooMany() {
        assertThat(TaskLinks.in("#" + ID + " #" + ID)).hasSize(1);
        StringBuilder many = new StringBuilder();
        for (int index = 0; index < 60; index++) {
            many.append(" #").append(Ids.next());
        }
        assertThat(TaskLinks.in(many.toString())).hasSize(50);
    }
}
