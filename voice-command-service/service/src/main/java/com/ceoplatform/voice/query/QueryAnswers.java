package com.ceoplatform.voice.query;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.ActionOutcome;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers questions with the figures of task-service, which counts what the speaker may see. */
@Component
public class QueryAnswers {

    private static final List<String> TASKS = List.of("overdue", "dueToday");
    private static final List<String> OF_EVERYBODY =
            List.of("figures", "open", "unassigned", "percentComplete", "createdToday", "completedToday");

    private final ServiceCalls calls;
    private final TaskLists lists;

    QueryAnswers(ServiceCalls calls, TaskLists lists) {
        this.calls = calls;
        this.lists = lists;
    }

    /**
     * The figures, and a sentence about them.
     *
     * @throws CallFailure when they cannot be had
     */
    public ActionOutcome answer(ActionType type, Query query, CallScope scope) {
        return switch (type) {
            case QUERY_TEAM_STATUS -> teamStatus(query, scope);
            case QUERY_PROGRESS ->
                several(query)
                        ? teamStatus(query, scope)
                        : answered(report("progress", query, scope), query, Spoken::progress);
            case QUERY_WORKLOAD -> answered(report("workload", query, scope), query, Spoken::workload);
            case QUERY_DAILY_SUMMARY ->
                several(query)
                        ? teamStatus(query, scope)
                        : answered(report("daily-summary", query, scope), query, Spoken::dailySummary);
            case QUERY_TASKS -> answered(lists.matching(query, scope), query, Spoken::tasks);
            case CHANNEL_CREATE, CHANNEL_ADD_MEMBERS, CHANNEL_REMOVE_MEMBERS, CHANNEL_UPDATE, CHANNEL_ARCHIVE ->
                throw notAQuestion(type);
            case TASK_CREATE, TASK_UPDATE, TASK_ADD_DEPENDENCY, TASK_COMMENT, MESSAGE_SEND -> throw notAQuestion(type);
            case REMINDER_CREATE, MEETING_SCHEDULE, FILE_REQUEST_UPLOAD -> throw notAQuestion(type);
        };
    }

    /** Of several people there are figures for each of them only. */
    private static boolean several(Query query) {
        return Questioned.people(query).size() > 1;
    }

    private ActionOutcome teamStatus(Query query, CallScope scope) {
        return answered(report("team-status", query, scope), query, Spoken::teamStatus);
    }

    private static IllegalArgumentException notAQuestion(ActionType type) {
        return new IllegalArgumentException(type.wire() + " is not a question");
    }

    private interface Sentence {

        String of(JsonNode figures, Query query);
    }

    private static ActionOutcome answered(JsonNode figures, Query query, Sentence sentence) {
        return new ActionOutcome(null, List.of(), sentence.of(figures, query), figures);
    }

    private JsonNode report(String name, Query query, CallScope scope) {
        String path = "/api/v1/tasks/reports/" + name;
        List<Reference> users = Questioned.people(query);
        QueryParameters parameters = new QueryParameters()
                .with(
                        "channelId",
                        query.channel() == null ? null : query.channel().id())
                .with("userId", users.size() == 1 ? users.getFirst().id() : null);
        JsonNode report = calls.call(Call.get("task", path + parameters.template(), parameters.values()), scope);
        return users.isEmpty() ? report : only(users, report);
    }

    /**
     * Reports count one person or all: of several, only their own lines are kept, and the figures of the whole
     * organisation, which were not asked for, are left out.
     */
    private static JsonNode only(List<Reference> users, JsonNode report) {
        Set<String> wanted = users.stream().map(Reference::id).collect(Collectors.toSet());
        if (report instanceof ObjectNode object) {
            keep(
                    object,
                    "people",
                    person -> wanted.contains(person.path("userId").asString("")));
            for (String list : TASKS) {
                keep(
                        object,
                        list,
                        task -> task.path("assigneeIds")
                                .valueStream()
                                .anyMatch(id -> wanted.contains(id.asString(""))));
            }
            if (users.size() > 1) {
                object.remove(OF_EVERYBODY);
            }
        }
        return report;
    }

    private static void keep(ObjectNode report, String list, Predicate<JsonNode> wanted) {
        if (report.get(list) instanceof ArrayNode all) {
            ArrayNode kept = all.arrayNode();
            all.valueStream().filter(wanted).forEach(kept::add);
            report.set(list, kept);
        }
    }
}
