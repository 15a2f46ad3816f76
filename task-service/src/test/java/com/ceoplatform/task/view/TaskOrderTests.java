package com.ceoplatform.task.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskOrderTests {

    @Test
    void isNewestFirstUnlessSaid() {
        assertThat(TaskOrder.parse(null)).hasToString("-createdAt");
        assertThat(TaskOrder.parse("-priority"))
                .isEqualTo(new TaskOrder(List.of(new TaskSort(TaskSort.Key.PRIORITY, true))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "due_at",
                "DUEAT",
                "--dueAt",
                "dueAt,",
                "dueAt,-dueAt",
                "createdAt,dueAt",
                "priority, dueAt",
                "t.id; DROP TABLE task"
            })
    void refusesWhatItDoesNotKnow(String text) {
        assertThatThrownBy(() -> TaskOrder.parse(text)).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createdAt",
                "-createdAt",
                "dueAt",
                "-dueAt",
                "priority",
                "-priority",
                "updatedAt",
                "-priority,dueAt",
                "priority,-updatedAt,createdAt"
            })
    void readsTheCursorsThatItGivesOut(String text) {
        TaskOrder sort = TaskOrder.parse(text);
        Instant now = Instant.parse("2027-03-01T09:00:00Z");
        TaskResponse undated = new TaskResponse(
                Ids.next(),
                "x",
                null,
                TaskStatus.PENDING,
                TaskPriority.LOW,
                List.of(),
                List.of(),
                Ids.next(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                now,
                now,
                0);

        Cursor cursor = sort.cursorAfter(undated);

        assertThat(sort.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void refusesCursorsThatWereTamperedWith() {
        TaskOrder sort = TaskOrder.parse("dueAt");

        for (Cursor forged : List.of(
                Cursor.of("-dueAt", "infinity", Ids.next()),
                Cursor.of("dueAt", "-infinity", Ids.next()),
                Cursor.of("dueAt", "+100000000-01-01T00:00:00Z", Ids.next()),
                Cursor.of("dueAt", "infinity", "x"),
                Cursor.of("dueAt", "now()", Ids.next()))) {
            assertThatThrownBy(() -> sort.decode(forged.encode())).isInstanceOf(DomainException.class);
        }
        assertThatThrownBy(() -> TaskOrder.parse("priority")
                        .decode(Cursor.of("priority", "9", Ids.next()).encode()))
                .isInstanceOf(DomainException.class);
    }
}
