package com.ceoplatform.task.watching;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.task.task.Admission;
import com.ceoplatform.task.view.TaskResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Watchers over REST. */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}/watchers/{userId}")
@Tag(name = "Watchers")
class WatchingController {

    private final Admission admission;
    private final WatchingService service;

    WatchingController(Admission admission, WatchingService service) {
        this.admission = admission;
        this.service = service;
    }

    @PutMapping
    @Operation(
            summary = "Let somebody watch a task",
            description = "Yourself, when you see it; others, when you may change it. Emits task.updated."
                    + " 403: forbidden. 404: task_not_found, user_not_found. 409: not_a_member (of the task's"
                    + " channel), too_many_watchers.")
    ResponseEntity<TaskResponse> add(
            @PathVariable UUID taskId,
            @PathVariable UUID userId,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        TaskResponse task = service.add(taskId, userId, admission.toMention(taskId, List.of(userId), caller));
        return Etags.ok(task, task.version());
    }

    @DeleteMapping
    @Operation(
            summary = "Let somebody watch a task no longer",
            description = "Answers the task as it is then, even if you can no longer see it. Emits task.updated."
                    + " 403: forbidden. 404: task_not_found.")
    ResponseEntity<TaskResponse> remove(
            @PathVariable UUID taskId,
            @PathVariable UUID userId,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        TaskResponse task = service.remove(taskId, userId, admission.to(List.of(taskId), caller));
        return Etags.ok(task, task.version());
    }
}
