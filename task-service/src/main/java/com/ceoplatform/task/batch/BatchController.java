package com.ceoplatform.task.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Batches over REST. */
@RestController
@RequestMapping("/api/v1/tasks/batch")
@Tag(name = "Tasks")
class BatchController {

    private static final int LONGEST_KEY = 255;

    private final Admission admission;
    private final BatchService service;

    BatchController(Admission admission, BatchService service) {
        this.admission = admission;
        this.service = service;
    }

    @PostMapping
    @Operation(
            summary = "Create and change many tasks",
            description =
                    "At most 100. Items may refer to each other in any order by tempId. Accepts Idempotency-Key; in"
                            + " per_item mode a repetition does what failed before. Each task emits its own events."
                            + " batch_refused has the status of the item that failed. 422: validation_failed,"
                            + " idempotency_key_reused.")
    BatchResponse run(
            @Valid @RequestBody BatchRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Parameter(hidden = true) @Nullable String key,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw DomainException.invalidParameter("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        Viewer viewer = admission.of(caller);
        for (Wish wish : service.wishes(request)) {
            viewer = switch (wish) {
                case Wish.ToCreate creation -> admission.toCreate(creation.request(), viewer);
                case Wish.ToChange change -> admission.toEdit(change.taskId(), change.edit(), viewer);
            };
        }
        return switch (request.modeOrDefault()) {
            case ALL_OR_NOTHING -> service.allOrNothing(request, viewer);
            case PER_ITEM -> service.perItem(request, key, viewer);
        };
    }
}
