package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.journal.FieldChange;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TaskJsonSliceTests {

    private final JsonMapper mapper = PlatformJson.mapper();

    private TaskEdit edit(String json) {
        return mapper.readValue(json, TaskEdit.class);
    }

    @Test
    void tellsWhatWasLeftOutFromWhatIsToBeCleared() {
        TaskEdit edit = edit("{\"dueAt\":null,\"status\":\"in_progress\",\"labels\":[\"a\"]}");

        assertThat(edit.dueAt()).isEqualTo(Change.to(null));
        assertThat(edit.status()).isEqualTo(Change.to(TaskStatus.IN_PROGRESS));
        assertThat(edit.labels()).isEqualTo(Change.to(List.of("a")));
        assertThat(edit.title().present()).isFalse();
        assertThat(edit.assigneeIds().present()).isFalse();
        assertThat(edit.touchesAssignees()).isFalse();
    }

    @Test
    void findsEveryMistake() {
        TaskEdit wrong = edit("{\"title\":\"\",\"priority\":null,\"labels\":[\"" + "x".repeat(51)
                + "\"],\"dueAt\":\"1900-01-01T00:00:00Z\",\"addAssigneeIds\":[null]}");

        assertThatThrownBy(() -> TaskRules.check(wrong))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat((List<?>) refusal.properties().get("errors"))
                                .extracting(error -> ((FieldError) error).field())
                                .containsExactly("title", "labels[0]", "priority", "addAssigneeIds", "dueAt"));
    }

    @Test
    void appliesOnlyWhatIsThere() {
        Task task = Task.create(Ids.next(), Ids.next(), Instant.parse("2027-03-01T09:00:00Z"));
        task.write(new Content("", "old", List.of("a")));
        task.prioritise(TaskPriority.HIGH);

        edit("{\"title\":\"New\",\"description\":null}").applyTo(task, ZoneOffset.UTC, Instant.EPOCH);

        assertThat(task.content().title()).isEqualTo("New");
        assertThat(task.content().description()).isNull();
        assertThat(task.content().labels()).containsExactly("a");
        assertThat(task.priority()).isEqualTo(TaskPriority.HIGH);
    }

    @Test
    void writesAnEventFlatBesideWhatChanged() {
        TaskResponse task = Task.create(Ids.next(), Ids.next(), Instant.EPOCH).response(List.of());
        TaskEvent event = TaskEvent.of("task.updated", task, Map.of("title", new FieldChange("a", "b")));

        var json = mapper.valueToTree(event.payload());

        assertThat(json.path("id").asString()).isEqualTo(task.id().toString());
        assertThat(json.path("priority").asString()).isEqualTo("medium");
        assertThat(json.path("changed").path("title").path("to").asString()).isEqualTo("b");
        assertThat(json.has("userIds")).isFalse();
        assertThat(json.has("dependency")).isFalse();
    }

    @Test
    void aViewerIsNoPartOfWhatARequestAsksFor() {
        Caller caller = new Caller(Ids.next(), "a@b", "A", Role.STAFF, null, "s", ZoneOffset.UTC);

        assertThat(mapper.writeValueAsString(new Viewer(caller, Set.of(Ids.next()), Map.of())))
                .isEqualTo("{}");
    }
}
