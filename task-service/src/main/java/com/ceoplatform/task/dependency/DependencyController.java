package com.ceoplatform.task.dependency;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dependencies over REST. */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}/dependencies")
@Tag(name = "Dependencies")
class DependencyController {

    private final Admission admission;
    private final DependencyService service;

    DependencyController(Admission admission, DependencyService service) {
        this.admission = admission;
        this.service = service;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a task wait for another one",
            description = "blocks and requires keep it out of in_progress, review and completed until the other one is"
                    + " completed; follows only plans it later. Accepts Idempotency-Key. Emits task.dependency_added."
                    + " 403: forbidden. 404: task_not_found. 409: dependency_cycle, dependency_exists (of another"
                    + " type). 422: validation_failed.")
    ResponseEntity<DependencyResponse> add(
            @PathVariable UUID taskId,
            @Valid @RequestBody AddDependencyRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        DependencyResponse dependency =
                service.add(taskId, request, admission.to(List.of(taskId, request.dependsOnTaskId()), caller));
        URI location = URI.create("/api/v1/tasks/" + taskId + "/dependencies/" + dependency.dependsOnTaskId());
        return ResponseEntity.created(location).body(dependency);
    }

    @GetMapping
    @Operation(
            summary = "What a task waits for and what waits for it",
            description = "Never more than one page. 404: task_not_found.")
    CursorPage<DependencyResponse> list(
            @PathVariable UUID taskId, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new CursorPage<>(service.list(taskId, admission.to(List.of(taskId), caller)), null);
    }

    @DeleteMapping("/{dependsOnTaskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let a task wait no longer",
            description = "Repeating it does nothing more. Emits task.dependency_removed. 403: forbidden."
                    + " 404: task_not_found.")
    void remove(
            @PathVariable UUID taskId,
            @PathVariable UUID dependsOnTaskId,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.remove(taskId, dependsOnTaskId, admission.to(List.of(taskId), caller));
    }
}
