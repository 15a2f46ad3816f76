package com.ceoplatform.task.report;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.report.Reports.DailySummary;
import com.ceoplatform.task.report.Reports.Progress;
import com.ceoplatform.task.report.Reports.TeamStatus;
import com.ceoplatform.task.report.Reports.Workload;
import com.ceoplatform.task.task.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over REST. */
@RestController
@RequestMapping("/api/v1/tasks/reports")
@Tag(name = "Reports", description = "Figures over the tasks that you may see")
class ReportController {

    private final Admission admission;
    private final ReportService service;

    ReportController(Admission admission, ReportService service) {
        this.admission = admission;
        this.service = service;
    }

    @GetMapping("/team-status")
    @Operation(summary = "How a team stands, person by person")
    TeamStatus teamStatus(ReportScope scope, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.teamStatus(scope, admission.of(caller));
    }

    @GetMapping("/progress")
    @Operation(summary = "How far the work is")
    Progress progress(ReportScope scope, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.progress(scope, admission.of(caller));
    }

    @GetMapping("/workload")
    @Operation(summary = "Who has how much to do")
    Workload workload(ReportScope scope, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.workload(scope, admission.of(caller));
    }

    @GetMapping("/daily-summary")
    @Operation(summary = "What today brings, in your own time zone")
    DailySummary dailySummary(ReportScope scope, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return service.dailySummary(scope, admission.of(caller));
    }
}
