package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.journal.FieldChange;
import com.ceoplatform.task.journal.TaskChanges;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskChangesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final Task task = Task.create(Ids.next(), Ids.next(), NOW);

    private TaskResponse state() {
        return task.response(List.of());
    }

    private void assign(List<UUID> people) {
        task.involve(task.participants().assigned(people));
    }

    @Test
    void nothingChangedIsNoEvent() {
        task.write(new Content("x", null, List.of("a")));
        TaskResponse before = state();
        task.write(new Content("x", null, List.of("a", "a")));

        assertThat(new TaskChanges(before, state()).fieldsChanged()).isEmpty();
        assertThat(new TaskChanges(before, state()).events()).isEmpty();
    }

    @Test
    void eachKindOfChangeIsAnEventOfItsOwn() {
        UUID leaving = Ids.next();
        UUID coming = Ids.next();
        assign(List.of(leaving));
        TaskResponse before = state();
        task.write(new Content("New", null, List.of()));
        assign(List.of(coming));
        task.moveTo(TaskStatus.COMPLETED, OpenBlockers.NONE, NOW);

        List<TaskEvent> events = new TaskChanges(before, state()).events();

        assertThat(events)
                .extracting(TaskEvent::type)
                .containsExactly("task.updated", "task.assigned", "task.unassigned", "task.status_changed");
        assertThat(events.getFirst().changed()).containsOnlyKeys("title");
        assertThat(events.get(1).changed()).containsOnlyKeys("assigneeIds");
        assertThat(events.getLast().changed())
                .containsEntry("status", new FieldChange(TaskStatus.PENDING, TaskStatus.COMPLETED))
                .containsEntry("completedAt", new FieldChange(null, NOW));
    }

    @Test
    void anotherOrderOfTheSamePeopleAssignsNobody() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        assign(List.of(first, second));
        TaskResponse before = state();
        assign(List.of(second, first));

        assertThat(new TaskChanges(before, state()).events())
                .extracting(TaskEvent::type)
                .containsExactly("task.updated");
    }
}
