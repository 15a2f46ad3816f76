package com.ceoplatform.task.subtask;

import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subtasks over REST. They are created, moved and released as tasks with a {@code parentTaskId}. */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}/subtasks")
@Tag(name = "Tasks")
class SubtaskController {

    private final Admission admission;
    private final SubtaskService service;

    SubtaskController(Admission admission, SubtaskService service) {
        this.admission = admission;
        this.service = service;
    }

    @GetMapping
    @Operation(
            summary = "The subtasks of a task, oldest first, and how far they are",
            description = "404: task_not_found.")
    SubtasksResponse list(
            @PathVariable UUID taskId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.of(taskId, PageLimit.of(limit), cursor, admission.to(List.of(taskId), caller));
    }
}
