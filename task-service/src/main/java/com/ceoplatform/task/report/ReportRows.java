package com.ceoplatform.task.report;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import com.ceoplatform.task.view.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tasks that a report is about, as SQL. What is open and what is closed is read apart, and the tasks within channels
 * apart from the others: each of these parts is counted in an index of its own, without the tasks themselves.
 */
final class ReportRows {

    static final List<TaskStatus> OPEN_STATUS = Arrays.stream(TaskStatus.values())
            .filter(status -> !status.isClosed())
            .toList();

    private static final String OPEN = " AND t.status NOT IN ('COMPLETED', 'CANCELLED')";
    private static final String CLOSED = " AND t.status IN ('COMPLETED', 'CANCELLED')";

    /** Created by or assigned to people of a department; PostgreSQL chooses whether to collect them first. */
    private static final String OF_DEPARTMENT = """
            (t.created_by IN (SELECT s.id FROM directory_person s WHERE s.department = :department)
             OR EXISTS (
                SELECT 1 FROM task_assignee u JOIN directory_person s ON s.id = u.user_id
                WHERE u.task_id = t.id AND s.department = :department))""";

    private final List<String> alternatives;
    private final String scope;
    private final Map<String, Object> parameters = new HashMap<>();

    ReportRows(ReportScope scope, Viewer viewer) {
        this(scope, Visibility.of(viewer));
    }

    private ReportRows(ReportScope scope, Visibility visibility) {
        this(scope, visibility.alternatives(), visibility.parameters());
    }

    /** @param alternatives of which never two hold at once */
    ReportRows(ReportScope scope, List<String> alternatives, Map<String, Object> parameters) {
        this.alternatives = List.copyOf(alternatives);
        this.parameters.putAll(parameters);
        List<String> conditions = new ArrayList<>(List.of("t.deleted_at IS NULL"));
        if (scope.channelId() != null) {
            conditions.add("t.channel_id = :channelId");
            this.parameters.put("channelId", scope.channelId());
        }
        if (scope.userId() != null) {
            conditions.add("t.id IN (SELECT u.task_id FROM task_assignee u WHERE u.user_id = :userId)");
            this.parameters.put("userId", scope.userId());
        }
        if (scope.department() != null) {
            conditions.add(OF_DEPARTMENT);
            this.parameters.put("department", scope.department());
        }
        this.scope = String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String open(String columns, String more) {
        return rows(columns, OPEN + more);
    }

    String closed(String columns) {
        return rows(columns, CLOSED);
    }

    /** Tasks that were created or completed since the moment of a parameter. */
    String since(String columns, String column, String parameter) {
        return rows(columns, " AND t." + column + " >= :" + parameter);
    }

    /** Tasks whose moment of the column lies within a span of two parameters. */
    String within(String columns, String column, String from, String until) {
        return rows(columns, " AND t." + column + " >= :" + from + " AND t." + column + " < :" + until);
    }

    /** Open tasks in one piece, so that an index can give them in an order. */
    String openInOne(String columns, String more) {
        return select(columns) + "(" + String.join(" OR ", alternatives) + ")" + OPEN + more;
    }

    private String rows(String columns, String more) {
        return alternatives.stream()
                .map(alternative -> select(columns) + alternative + more)
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private String select(String columns) {
        return "SELECT " + columns + " FROM task t WHERE " + scope + " AND ";
    }
}
