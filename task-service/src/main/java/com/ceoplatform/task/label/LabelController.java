package com.ceoplatform.task.label;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Labels over REST. */
@RestController
@RequestMapping("/api/v1/tasks/labels")
@Tag(name = "Tasks")
class LabelController {

    private final Admission admission;
    private final LabelService service;

    LabelController(Admission admission, LabelService service) {
        this.admission = admission;
        this.service = service;
    }

    @GetMapping
    @Operation(
            summary = "Labels in use, most used first",
            description = "Of the newest 1000 labelled tasks that you may see. Never more than one page.")
    CursorPage<LabelResponse> list(
            @Parameter(description = "How they begin, in any case") @RequestParam(required = false) @Nullable String q,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new CursorPage<>(service.list(q, admission.of(caller)), null);
    }
}
