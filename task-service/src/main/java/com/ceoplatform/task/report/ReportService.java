package com.ceoplatform.task.report;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.report.ReportQueries.Since;
import com.ceoplatform.task.report.Reports.DailySummary;
import com.ceoplatform.task.report.Reports.Progress;
import com.ceoplatform.task.report.Reports.TeamStatus;
import com.ceoplatform.task.report.Reports.Workload;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports; the queries of one see the same moment, so that their figures add up. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ReportService {

    private final ReportQueries queries;
    private final Clock clock;

    ReportService(ReportQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    public TeamStatus teamStatus(ReportScope scope, Viewer viewer) {
        Instant now = clock.instant();
        return new TeamStatus(
                now,
                queries.figures(scope, viewer, now),
                queries.people(scope, viewer, now),
                queries.due(scope, viewer, Instant.EPOCH, now));
    }

    public Progress progress(ReportScope scope, Viewer viewer) {
        Instant now = clock.instant();
        Figures figures = queries.figures(scope, viewer, now);
        long cancelled = figures.byStatus().getOrDefault(TaskStatus.CANCELLED, 0L);
        long completed = figures.byStatus().getOrDefault(TaskStatus.COMPLETED, 0L);
        long relevant = figures.total() - cancelled;
        int percent = relevant == 0 ? 0 : (int) (100 * completed / relevant);
        return new Progress(now, figures, percent, queries.due(scope, viewer, Instant.EPOCH, now));
    }

    public Workload workload(ReportScope scope, Viewer viewer) {
        Instant now = clock.instant();
        Figures figures = queries.figures(scope, viewer, now);
        return new Workload(now, figures.open(), figures.unassigned(), queries.people(scope, viewer, now));
    }

    public DailySummary dailySummary(ReportScope scope, Viewer viewer) {
        Instant now = clock.instant();
        ZoneId zone = viewer.caller().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Instant nextMidnight = today.plusDays(1).atStartOfDay(zone).toInstant();
        Since since = queries.since(scope, viewer, midnight);
        return new DailySummary(
                now,
                today,
                queries.figures(scope, viewer, now),
                since.created(),
                since.completed(),
                queries.due(scope, viewer, now, nextMidnight),
                queries.due(scope, viewer, Instant.EPOCH, now));
    }
}
