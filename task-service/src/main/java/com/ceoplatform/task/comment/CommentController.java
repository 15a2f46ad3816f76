package com.ceoplatform.task.comment;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** Comments over REST. */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}/comments")
@Tag(name = "Comments")
class CommentController {

    private final Admission admission;
    private final CommentService service;

    CommentController(Admission admission, CommentService service) {
        this.admission = admission;
        this.service = service;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Comment on a task",
            description = "For those who work on the task or watch it. Accepts Idempotency-Key. Emits task.commented."
                    + " 403: forbidden. 404: task_not_found. 409: too_many_watchers. 422: validation_failed.")
    ResponseEntity<CommentResponse> add(
            @PathVariable UUID taskId,
            @Valid @RequestBody CreateCommentRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        CommentResponse comment = service.add(taskId, request, admission.toMention(taskId, request.mentions(), caller));
        return Etags.created("/api/v1/tasks/" + taskId + "/comments/" + comment.id(), comment, comment.version());
    }

    @GetMapping
    @Operation(summary = "The comments on a task, oldest first", description = "404: task_not_found.")
    CursorPage<CommentResponse> list(
            @PathVariable UUID taskId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.list(taskId, PageLimit.of(limit), cursor, admission.to(List.of(taskId), caller));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a comment", description = "404: task_not_found, comment_not_found.")
    ResponseEntity<CommentResponse> get(
            @PathVariable UUID taskId,
            @PathVariable UUID id,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        CommentResponse comment = service.get(taskId, id, admission.to(List.of(taskId), caller));
        return Etags.ok(comment, comment.version());
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change your comment",
            description = "Accepts If-Match. Emits task.comment_edited, whose userIds are mentioned for the first time."
                    + " 403: forbidden. 404: task_not_found, comment_not_found. 409: too_many_watchers."
                    + " 412: stale_version. 422: validation_failed.")
    ResponseEntity<CommentResponse> edit(
            @PathVariable UUID taskId,
            @PathVariable UUID id,
            @Valid @RequestBody EditCommentRequest request,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        CommentResponse comment =
                service.edit(taskId, id, request, expected, admission.toMention(taskId, request.mentions(), caller));
        return Etags.ok(comment, comment.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a comment",
            description = "For its author and the CEO. Repeating it does nothing more. Emits task.comment_deleted."
                    + " 403: forbidden. 404: task_not_found, comment_not_found. 412: stale_version.")
    void delete(
            @PathVariable UUID taskId,
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.delete(taskId, id, expected, admission.to(List.of(taskId), caller));
    }
}
