package com.ceoplatform.voice.query;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.language.plan.Parameters.Period;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tasks that a question is about, those due soonest first. */
@Component
class TaskLists {

    /** Names of the assignees, beside their ids. */
    static final String ASSIGNEES = "assignees";

    private static final String OPEN = "pending,in_progress,review,on_hold";
    private static final String OVERDUE = "overdue";
    private static final String UNASSIGNED = "unassigned";
    private static final String UNDATED = "undated";

    /** What questions call a status although it is only one of open tasks. */
    private static final Set<String> KINDS_OF_OPEN = Set.of("open", OVERDUE, UNASSIGNED, UNDATED);

    private static final int MOST_PEOPLE = 100;
    private static final int PAGE = 200;

    private final ServiceCalls calls;
    private final OrganisationCopy organisation;
    private final JsonMapper mapper;
    private final Clock clock;

    TaskLists(ServiceCalls calls, OrganisationCopy organisation, JsonMapper mapper, Clock clock) {
        this.calls = calls;
        this.organisation = organisation;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** {@code {count, more, tasks}}; {@code more} when there are more than were counted. */
    JsonNode matching(Query query, CallScope scope) {
        List<Reference> users = Questioned.people(query);
        ArrayNode tasks = mapper.createArrayNode();
        Set<String> seen = new HashSet<>();
        boolean more = users.size() > MOST_PEOPLE;
        for (String person : assignees(users)) {
            JsonNode page = page(query, person, scope);
            more |= page.path("nextCursor").isString();
            page.path("items").forEach(task -> {
                if (seen.add(task.path("id").asString(""))) {
                    tasks.add(task);
                }
            });
        }
        if (users.size() != 1) {
            name(tasks);
        }
        ObjectNode answer = mapper.createObjectNode();
        answer.put("count", tasks.size());
        answer.put("more", more);
        answer.set("tasks", tasks);
        return answer;
    }

    private static List<@Nullable String> assignees(List<Reference> users) {
        List<@Nullable String> ids = new ArrayList<>();
        if (users.isEmpty()) {
            ids.add(null);
        }
        users.stream().limit(MOST_PEOPLE).map(Reference::id).forEach(ids::add);
        return ids;
    }

    /** Puts the names of the assignees beside their ids. */
    private void name(ArrayNode tasks) {
        for (JsonNode task : tasks) {
            ArrayNode names = ((ObjectNode) task).putArray(ASSIGNEES);
            task.path("assigneeIds")
                    .valueStream()
                    .flatMap(id -> organisation.nameOf(id.asString()).stream())
                    .forEach(names::add);
        }
    }

    private JsonNode page(Query query, @Nullable String person, CallScope scope) {
        String status = query.status();
        boolean overdue = OVERDUE.equals(status);
        Period due = query.due();
        QueryParameters parameters = new QueryParameters()
                .with("assigneeId", person)
                .with(
                        "channelId",
                        query.channel() == null ? null : query.channel().id())
                .with("status", status != null && KINDS_OF_OPEN.contains(status) ? OPEN : status)
                .with(UNASSIGNED, UNASSIGNED.equals(status) ? true : null)
                .with(UNDATED, UNDATED.equals(status) ? true : null)
                .with(
                        "priority",
                        query.priority() == null ? null : query.priority().wire())
                .with("q", query.title())
                .with("dueAfter", due == null ? null : utc(due.from()))
                .with("dueBefore", overdue ? clock.instant() : due == null ? null : utc(due.to()))
                .with("sort", "dueAt")
                .with("limit", PAGE);
        return calls.call(Call.get("task", "/api/v1/tasks" + parameters.template(), parameters.values()), scope);
    }

    private static @Nullable Object utc(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
