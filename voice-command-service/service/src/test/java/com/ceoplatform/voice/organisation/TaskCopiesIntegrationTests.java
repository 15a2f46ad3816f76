package com.ceoplatform.voice.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VoiceServiceTest
class TaskCopiesIntegrationTests {

    private static final int MORE_THAN_TWO_PAGES = 2 * TaskCopies.PAGE + 1;

    @Autowired
    private TaskCopies copies;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM task_copy WHERE title = 'One of many'").update();
    }

    @Test
    void readsEveryTaskOnceHoweverManyThereAre() {
        jdbc.sql("""
                        INSERT INTO task_copy (id, title, status, assignee_ids, created_at, version, deleted, told_at)
                        SELECT gen_random_uuid(), 'One of many', 'pending', '{}', now(), 0, n > :kept, now()
                        FROM generate_series(1, :all) n
                        """)
                .param("kept", MORE_THAN_TWO_PAGES)
                .param("all", MORE_THAN_TWO_PAGES + 1)
                .update();
        List<UUID> read = new ArrayList<>();

        copies.forEach(task -> {
            if (task.title().equals("One of many")) {
                read.add(task.id());
            }
        });

        assertThat(read).hasSize(MORE_THAN_TWO_PAGES).doesNotHaveDuplicates();
    }
}
