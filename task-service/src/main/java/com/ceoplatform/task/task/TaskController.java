package com.ceoplatform.task.task;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.activity.ActivityResponse;
import com.ceoplatform.task.view.TaskFilter;
import com.ceoplatform.task.view.TaskOrder;
import com.ceoplatform.task.view.TaskResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over REST. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskController {

    private final Admission admission;
    private final TaskService service;
    private final TaskRemoval removal;
    private final TaskReader reader;

    TaskController(Admission admission, TaskService service, TaskRemoval removal, TaskReader reader) {
        this.admission = admission;
        this.service = service;
        this.removal = removal;
        this.reader = reader;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Create a task",
            description = "Accepts Idempotency-Key. Emits task.created."
                    + " 403: forbidden (a channel that you only may look into). 409: channel_archived,"
                    + " task_blocked. 422: validation_failed (with every field that is wrong),"
                    + " idempotency_key_reused.")
    ResponseEntity<TaskResponse> create(
            @RequestBody CreateTaskRequest request, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        TaskResponse task = service.create(request, admission.toCreate(request, caller));
        return Etags.created("/api/v1/tasks/" + task.id(), task, task.version());
    }

    @GetMapping
    @Operation(
            summary = "List the tasks that you may see",
            description = "Conditions combine. Pages stay stable. 400: invalid_parameter.")
    CursorPage<TaskResponse> list(
            TaskFilter filter,
            @Parameter(
                            description =
                                    "Up to three of createdAt, dueAt, priority and updatedAt, such as -priority,dueAt; - in"
                                            + " front for descending. Default -createdAt. Tasks without a due date come last"
                                            + " either way.")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "1 to 200, 50 by default") @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return reader.list(filter, TaskOrder.parse(sort), PageLimit.of(limit), cursor, admission.of(caller));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a task",
            description = "The ETag is its version; If-None-Match is answered with 304." + " 404: task_not_found.")
    ResponseEntity<TaskResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        TaskResponse task = reader.get(id, admission.to(List.of(id), caller));
        return Etags.ok(task, task.version());
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a task",
            description = "Fields that are left out stay. Emits task.assigned, task.unassigned, task.status_changed,"
                    + " task.dependency_added and task.dependency_removed for those changes and task.updated for the"
                    + " others. Accepts If-Match."
                    + " 403: forbidden. 404: task_not_found. 409: task_blocked (with the blockers), channel_archived,"
                    + " dependency_cycle, dependency_exists (of another type)."
                    + " 412: stale_version. 422: validation_failed.")
    ResponseEntity<TaskResponse> update(
            @PathVariable UUID id,
            @RequestBody TaskEdit edit,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        TaskResponse task = service.update(id, edit, expected, admission.toEdit(id, edit, caller));
        return Etags.ok(task, task.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a task",
            description =
                    "Subtasks live on by themselves and tasks that waited for it wait no longer. Repeating it does"
                            + " nothing more. Emits task.deleted. 403: forbidden. 404: task_not_found."
                            + " 412: stale_version.")
    void delete(
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        removal.delete(id, expected, admission.to(List.of(id), caller));
    }

    @GetMapping("/{id}/activity")
    @Operation(
            summary = "Who changed what, newest first",
            description = "By hand, or by a voice command: commandId. 404: task_not_found.")
    CursorPage<ActivityResponse> activity(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return reader.activity(id, PageLimit.of(limit), cursor, admission.to(List.of(id), caller));
    }
}
